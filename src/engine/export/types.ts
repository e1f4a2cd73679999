import type { CallEngine } from '#shared/contract/contract.ts'
import type { ExportFormat } from '#shared/model.ts'

/** A file's content: whole, or in pieces that are made as they are written, so that a large file is never held whole. */
export type Content = string | Uint8Array | AsyncIterable<string>

/**
 * Where an export's files go. Nothing is visible at the destination before `commit`, and `discard` leaves no trace,
 * so that an export that fails or is cancelled never looks like one that worked.
 */
export interface ExportSink {
  /** Adds a file. `path` is relative, with `/` between folders; text is written as UTF-8. */
  write(path: string, content: Content): Promise<void>
  /** Puts the result in its place. Throws `file_exists` where something stands already. */
  commit(): Promise<void>
  /** Removes whatever was written so far. */
  discard(): Promise<void>
}

export interface ExportOptions {
  call: CallEngine
  format: ExportFormat
  sink: ExportSink
  /** Told before each object: how many are done, of how many, and the title of the one in hand. */
  progress?: (done: number, total: number, current: string) => void
  signal?: AbortSignal
}

/** What was written: files, and their size in bytes before any compression. */
export interface ExportResult {
  files: number
  bytes: number
}

/** What a format's writer works with: the notebook to read, the file to write, and the beat between objects. */
export interface ExportWork {
  call: CallEngine
  write(path: string, content: Content): Promise<void>
  /** Says how many objects there will be. Called once, before the first `step`. */
  start(total: number): void
  /** Reports progress, lets the engine's thread breathe, and throws `cancelled` when the export was cancelled. */
  step(current: string): Promise<void>
}
