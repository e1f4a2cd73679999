import type { Content, ExportSink } from '../types.ts'

/** Keeps what is written in memory, by path. */
export function createMemorySink(): ExportSink & { files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    files,
    async write(path, content) {
      files.set(path, await wholeContent(content))
    },
    async commit() {},
    async discard() {
      files.clear()
    },
  }
}

/** Content as bytes, whatever it came as. */
export async function wholeContent(content: Content): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof content === 'string') return new TextEncoder().encode(content)
  if (content instanceof Uint8Array) return new Uint8Array(content)
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}
