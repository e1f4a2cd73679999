import { Zip, ZipDeflate } from 'fflate'
import type { ExportSink } from '../types.ts'
import { wholeContent } from './memory.ts'

/** Packs what is written into a zip, one file at a time, and hands the zip to `finish` at the end. */
export function createZipSink(finish: (zip: Uint8Array<ArrayBuffer>) => Promise<void>): ExportSink {
  const chunks: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    else chunks.push(chunk)
  })
  return {
    async write(path, content) {
      const bytes = await wholeContent(content)
      const entry = new ZipDeflate(path, { level: 6 })
      zip.add(entry)
      entry.push(bytes, true)
      if (failure) throw failure
    },
    async commit() {
      zip.end()
      if (failure) throw failure
      await finish(joined(chunks))
    },
    async discard() {
      zip.terminate()
      chunks.length = 0
    },
  }
}

function joined(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0))
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
