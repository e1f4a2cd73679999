import type { ExportFormat } from '#shared/model.ts'
import type { ExportSink } from '../types.ts'
import { createFileSink, putFile } from './file.ts'
import { createFolderSink } from './folder.ts'
import { createZipSink } from './zip.ts'

/** The sink for an export to `path`: a vault is a folder, or a zip where the name says so; the rest are one file. */
export function sinkAt(format: ExportFormat, path: string): ExportSink {
  if (format !== 'markdown') return createFileSink(path)
  return path.toLowerCase().endsWith('.zip')
    ? createZipSink((zip) => putFile(path, zip))
    : createFolderSink(path)
}
