import { newId } from '#shared/ids.ts'
import type { ExportFormat } from '#shared/model.ts'
import { shellBridge } from '../../engine/channel.ts'
import { engine } from '../../engine/client.ts'
import { download } from '../../ui/download.ts'

/** What was written; `reveal` shows it in the system's file manager, where there is one to ask. */
export interface Exported {
  reveal: (() => Promise<void>) | undefined
}

/**
 * Writes the notebook in `format`: to a place the person chooses, or as the browser's download.
 * @returns null when no place was chosen
 * @throws CrossreadError when it could not be written
 */
export async function exportNotebook(format: ExportFormat): Promise<Exported | null> {
  const shell = shellBridge()
  if (!shell) {
    const { fileName, mediaType, bytes } = await engine.call('export.bundle', { jobId: newId(), format })
    download(fileName, mediaType, bytes)
    return { reveal: undefined }
  }
  const target = await shell.chooseExport(format)
  if (!target) return null
  await engine.call('export.run', { jobId: newId(), format, handle: target.handle })
  return { reveal: () => shell.revealExport(target.handle) }
}
