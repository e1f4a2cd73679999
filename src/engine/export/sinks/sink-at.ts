import type { ExportFormat } from '#shared/model.ts'
import type { ExportSink } from '../types.ts'
import { createFileSink, putFile } from './file.ts'
import { createFolderSink } from './folder.ts'
import { createZipSink } from './zip.ts'

/**
 * The sink for an export to `path`: a vault is a folder, or a zip where the name says so; the rest are one file. With
 * `mayReplace` a file that stands there is replaced, once the new one is whole; a folder never is.
 */
export function sinkAt(format: ExportFormat, path: string, mayReplace = false): ExportSink {
  if (format !== 'markdown') return createFileSink(path, mayReplace)
  return path.toLowerCase().endsWith('.zip')
    ? createZipSink((zip) => putFile(path, zip, mayReplace))
    : createFolderSink(path)
}
