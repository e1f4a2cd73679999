import type { CallEngine } from '#shared/contract/contract.ts'
import type { ExportFormat } from '#shared/model.ts'
import { exportNotebook } from './export.ts'
import { safeName } from './markdown/names.ts'
import { createMemorySink } from './sinks/memory.ts'
import { createZipSink } from './sinks/zip.ts'
import type { ExportOptions } from './types.ts'

export interface Bundle {
  fileName: string
  mediaType: string
  bytes: Uint8Array
}

/** An export as the bytes of one file, for a browser to save: a Markdown vault comes as a zip. */
export async function bundleExport(options: Omit<ExportOptions, 'sink'>): Promise<Bundle> {
  const { call, format } = options
  const fileName = await bundleName(call, format)
  if (format === 'markdown') {
    let bytes = new Uint8Array()
    const sink = createZipSink((zip) => {
      bytes = zip
      return Promise.resolve()
    })
    await exportNotebook({ ...options, sink })
    return { fileName, mediaType: 'application/zip', bytes }
  }
  const sink = createMemorySink()
  await exportNotebook({ ...options, sink })
  const [bytes = new Uint8Array()] = sink.files.values()
  return { fileName, mediaType: 'application/ld+json', bytes }
}

async function bundleName(call: CallEngine, format: ExportFormat): Promise<string> {
  const { name } = await call('notebook.info', {})
  return safeName(name) + (format === 'markdown' ? '.zip' : '.jsonld')
}
