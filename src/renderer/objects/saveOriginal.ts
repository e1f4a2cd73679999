import i18next from 'i18next'
import { shellBridge } from '../engine/channel.ts'
import { engine } from '../engine/client.ts'
import { messageOf } from '../engine/queries.ts'
import { download } from '../ui/download.ts'
import { toast } from '../ui/index.ts'

/**
 * Saves the file that a source was read from, byte for byte: to a place the person chooses, or as the browser's download.
 * Nothing is shown of it, and nothing is written over unasked. Says in a toast how it went.
 */
export async function saveOriginal(sourceId: string): Promise<void> {
  try {
    const { id, fileName } = await engine.call('sources.get', { id: sourceId })
    const shell = shellBridge()
    if (!shell) {
      const { bytes } = await engine.call('sources.original', { id })
      // Whatever it is, the browser is to save it and not to open it.
      download(fileName.replace(/^.*[/\\]/, ''), 'application/octet-stream', bytes)
      return
    }
    const target = await shell.chooseOriginal(fileName)
    if (!target) return
    await engine.call('sources.saveOriginal', { id, handle: target.handle })
    toast(i18next.t('pages:saved'), {
      action: { label: i18next.t('pages:reveal'), run: () => void shell.revealExport(target.handle) },
    })
  } catch (thrown) {
    toast(messageOf(thrown), { tone: 'danger' })
  }
}
