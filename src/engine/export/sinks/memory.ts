import type { ExportSink } from '../types.ts'

/** Keeps what is written in memory, by path. */
export function createMemorySink(): ExportSink & { files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    files,
    async write(path, content) {
      files.set(
        path,
        typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
      )
    },
    async commit() {},
    async discard() {
      files.clear()
    },
  }
}
