import { inflateSync } from 'node:zlib'
import type { OriginalRow } from '../store/sources.ts'
import { hashBytes } from './prepare.ts'

/** Asks for the files that came inside a mail, as it is stored. */
export interface InsideTask {
  inside: Pick<OriginalRow, 'compression' | 'bytes'>
  /** Places of the files whose bytes are wanted, counted from 0. */
  wanted: number[] | 'all'
}

export interface InsideFile {
  name: string
  mediaType: string
  /** In bytes. */
  size: number
  /** SHA-256, in hex. */
  hash: string
  /** Null where they were not asked for. */
  bytes: Uint8Array | null
}

/** The files inside a mail, in their order. Of a mail that cannot be read (any more) there are none. */
export async function readInside({ inside, wanted }: InsideTask): Promise<InsideFile[]> {
  try {
    const { mailAttachments } = await import('./extract/mail/index.ts')
    const bytes = inside.compression === 'deflate' ? inflateSync(inside.bytes) : inside.bytes
    const found = await mailAttachments(bytes)
    return found.map(({ name, mediaType, bytes: content }, index) => ({
      name,
      mediaType,
      size: content.length,
      hash: hashBytes(content),
      bytes: wanted === 'all' || wanted.includes(index) ? content : null,
    }))
  } catch {
    return []
  }
}
