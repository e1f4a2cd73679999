import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
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

const deflateAsync = promisify(deflate)

/** A file's bytes as they are stored: hashed (SHA-256, hex), and compressed off the engine's thread where that saves anything. */
export async function toOriginal(bytes: Uint8Array): Promise<OriginalRow> {
  const row = { hash: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
  if (bytes.length < smallestCompressed) return { ...row, compression: 'none', bytes }
  return { ...row, compression: 'deflate', bytes: await deflateAsync(bytes, { level: 1 }) }
}

/** SHA-256 of a canonical text as UTF-8, in hex. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Throws `file_unreadable` where nothing but invisible characters is left of the text. */
export function prepareSource(
  fileName: string,
  mediaType: string,
  original: OriginalRow,
  text: string,
): PreparedSource {
  const blocks = toBlocks(text)
  if (blocks.length === 0) throw new CrossreadError('file_unreadable', 'There is no text in this file.')
  const canonical = canonicalText(blocks)
  return {
    title: findTitle(blocks, fileName),
    fileName,
    mediaType,
    original,
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

/** Runs of Thai, Lao, Burmese, Khmer, kana and Han, as code units: asking for Unicode scripts costs ten times as much. */
const unspacedRun = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+/g
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Words of a text: what stands between spaces, and in scripts without spaces what Intl.Segmenter calls a word. */
export function countWords(text: string): number {
  let count = 0
  const spaced = text.replace(unspacedRun, (run) => {
    for (const { isWordLike } of segmenter.segment(run)) if (isWordLike) count++
    return ' '
  })
  return count + countRuns(spaced)
}

/** Runs of anything but spaces and newlines, the only white space that canonical text has. */
function countRuns(text: string): number {
  let count = 0
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isSpace = unit === 0x20 || unit === 0x0a
    if (!isSpace && !inside) count++
    inside = !isSpace
  }
  return count
}
