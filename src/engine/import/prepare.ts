import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { CrossreadError } from '#shared/errors.ts'
import type { DocumentKind, ImportNote, SourceMetadata } from '#shared/model.ts'
import { type Fingerprint, fingerprintOf } from '../compare/fingerprint.ts'
import { detectFlags, type FoundFlag } from '../flags/detect.ts'
import { indexTerms } from '../search/tokenizer.ts'
import type { BlockRow, OriginalRow } from '../store/sources.ts'
import { canonicalText } from './canonical.ts'
import { canonicalise, type PlacedComment } from './canonicalise.ts'
import { countWords } from './count-words.ts'
import { extractorFor } from './extract/index.ts'
import type { Extracted } from './extract/types.ts'
import { kindOf } from './kinds.ts'
import { detectLanguage } from './language.ts'
import { findTextMetadata } from './text-metadata.ts'
import { findTitle } from './title.ts'

/** A document made ready to be stored: everything that can be done before the notebook is touched. */
export interface PreparedSource {
  title: string
  fileName: string
  kind: DocumentKind
  mediaType: string
  metadata: SourceMetadata
  blocks: BlockRow[]
  /** What the full-text index is given, a string a block. */
  terms: string[]
  /** SHA-256 of the canonical text as UTF-8, in hex. */
  textHash: string
  words: number
  comments: PlacedComment[]
  /** How many files came inside. */
  attachments: number
  notes: ImportNote[]
  /** What a careful reader would distrust. */
  flags: FoundFlag[]
  /** What is kept to find texts like it. */
  fingerprint: Fingerprint
}

/** Below this a compressed copy saves too little to be worth the time. */
const smallestCompressed = 512

/** SHA-256 of a file's bytes, in hex. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** SHA-256 of a canonical text as UTF-8, in hex. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** A file's bytes as they are stored, compressed where that saves anything. */
export function toOriginal(bytes: Uint8Array, hash: string): OriginalRow {
  const row = { hash, size: bytes.length }
  if (bytes.length < smallestCompressed) return { ...row, compression: 'none', bytes }
  const compressed = deflateSync(bytes, { level: 1 })
  return compressed.length < bytes.length
    ? { ...row, compression: 'deflate', bytes: compressed }
    : { ...row, compression: 'none', bytes }
}

/**
 * Reads the documents in a file: one, or as many as a bibliography has entries. Throws `file_unreadable` with the reason
 * where it cannot be read or nothing is left of its text.
 */
export async function prepareDocuments(name: string, bytes: Uint8Array): Promise<PreparedSource[]> {
  const kind = kindOf(name, bytes)
  const extract = await extractorFor(kind)
  const documents = await extract({ name, bytes })
  return documents.map((document) => prepareSource(name, kind, document))
}

function prepareSource(fileName: string, kind: DocumentKind, extracted: Extracted): PreparedSource {
  const { blocks, comments } = canonicalise(extracted)
  if (blocks.length === 0 && kind !== 'bibliography') {
    throw new CrossreadError('file_unreadable', 'There is no text in this file.')
  }
  const text = canonicalText(blocks)
  const title = extracted.title?.trim() || findTitle(blocks, fileName)
  const metadata = { ...findTextMetadata(blocks), ...extracted.metadata }
  const language = metadata.language ?? detectLanguage(text)
  if (language !== null) metadata.language = language
  return {
    title,
    fileName,
    kind,
    mediaType: extracted.mediaType,
    metadata,
    blocks,
    terms: blocks.map((block) => indexTerms(block.text)),
    textHash: hashText(text),
    words: countWords(text),
    comments,
    attachments: extracted.attachments?.length ?? 0,
    notes: extracted.notes,
    flags: detectFlags({ title, blocks, language, metadata }),
    fingerprint: fingerprintOf({ blocks }),
  }
}
