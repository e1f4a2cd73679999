import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { CrossreadError } from '#shared/errors.ts'
import { newId } from '#shared/ids.ts'
import type { BlockRow, OriginalRow } from '../store/sources.ts'
import {
  findSourcesByText,
  insertOrigin,
  insertOriginal,
  insertSource,
  insertText,
  setOrigin,
} from '../store/sources.ts'
import type { Store } from '../store/store.ts'
import { canonicalText, toBlocks } from './canonical.ts'
import { findDateline } from './dateline.ts'
import { findTitle } from './title.ts'

/** A file made ready to be stored: everything that can be done before the notebook is touched. */
export interface PreparedSource {
  title: string
  fileName: string
  mediaType: string
  original: OriginalRow
  blocks: BlockRow[]
  textHash: string
  words: number
  metadata: ReturnType<typeof findDateline>
}

/** Below this a compressed copy saves too little to be worth the time. */
const smallestCompressed = 512

export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** SHA-256 of a canonical text as UTF-8, in hex. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Throws `file_unreadable` where nothing but invisible characters is left of the text. */
export function prepareSource(
  fileName: string,
  mediaType: string,
  bytes: Uint8Array,
  text: string,
): PreparedSource {
  const blocks = toBlocks(text)
  if (blocks.length === 0) throw new CrossreadError('file_unreadable', 'There is no text in this file.')
  const canonical = canonicalText(blocks)
  return {
    title: findTitle(blocks, fileName),
    fileName,
    mediaType,
    original: compress(bytes),
    blocks,
    textHash: hashText(canonical),
    words: countWords(canonical),
    metadata: findDateline(blocks),
  }
}

/**
 * Stores a prepared source and gives its id. Must run inside a recorded transaction. A source with the same canonical
 * text as another shares its origin: two copies are one voice.
 */
export function saveSource(store: Store, prepared: PreparedSource, at: string): string {
  const { db } = store
  const id = newId()
  insertOriginal(db, prepared.original)
  const twins = findSourcesByText(db, prepared.textHash)
  const textId = insertText(db, prepared.textHash, prepared.words, prepared.blocks)
  insertSource(db, {
    id,
    title: prepared.title,
    textId,
    originalHash: prepared.original.hash,
    originId: null,
    fileName: prepared.fileName,
    mediaType: prepared.mediaType,
    metadata: prepared.metadata,
    at,
  })
  if (twins.length > 0) joinOrigin(store, id, twins, prepared.title)
  return id
}

function joinOrigin(
  { db }: Store,
  sourceId: string,
  twins: { id: string; originId: string | null }[],
  label: string,
): void {
  let originId = twins.find((twin) => twin.originId !== null)?.originId ?? null
  if (originId === null) {
    originId = newId()
    insertOrigin(db, originId, label, 'same-text')
  }
  for (const twin of twins) if (twin.originId === null) setOrigin(db, twin.id, originId)
  setOrigin(db, sourceId, originId)
}

function compress(bytes: Uint8Array): OriginalRow {
  const row = { hash: hashBytes(bytes), size: bytes.length }
  if (bytes.length < smallestCompressed) return { ...row, compression: 'none', bytes }
  return { ...row, compression: 'deflate', bytes: deflateSync(bytes, { level: 1 }) }
}

const spaced = /[^\s]+/g
const unspacedScript =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const words = new Intl.Segmenter('en', { granularity: 'word' })

/** Words of a text: between spaces, or by Intl.Segmenter (far slower) where a script has none. */
export function countWords(text: string): number {
  if (!unspacedScript.test(text)) return text.match(spaced)?.length ?? 0
  let count = 0
  for (const { isWordLike } of words.segment(text)) if (isWordLike) count++
  return count
}
