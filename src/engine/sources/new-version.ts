import type { SourceMetadata, TextChangeReport } from '#shared/model.ts'
import type { Alignment } from '../anchor/align.ts'
import { renewFingerprint } from '../compare/renew.ts'
import { countWords } from '../import/count-words.ts'
import { now, type Session } from '../session.ts'
import {
  type BlockRow,
  insertText,
  type NewSource,
  type SourceDetails,
  setVersion,
} from '../store/sources.ts'
import { moveAnnotations, type TextVersion } from './reanchor.ts'
import { renewFlags } from './renew-flags.ts'

/** What takes the place of a source's text, and where the file is another one of its original. */
export interface NewVersion {
  after: TextVersion
  blocks: BlockRow[]
  details: SourceDetails
  file?: Pick<NewSource, 'originalHash' | 'fileName' | 'mediaType'>
  /** What the rules for flags want to know besides the text. */
  about: { title: string; metadata: SourceMetadata }
}

/**
 * Puts another version of its text in a source's place, with all that is made of it, and moves annotations and flags
 * over. Must run inside a recorded transaction. The version before stays stored: undoing takes the source back to it.
 */
export function putVersion(
  { store: { db } }: Session,
  sourceId: string,
  before: TextVersion,
  version: NewVersion,
  alignment: Alignment,
): TextChangeReport {
  const { after, blocks, about, details } = version
  // The index is not offered its terms: it leaves out what is excluded, which only now is known.
  const textId = insertText(db, after.hash, countWords(after.text), blocks)
  setVersion(db, sourceId, { textId, details, ...version.file, at: now() })
  renewFingerprint(db, textId, { blocks })
  const document = { blocks, ...about, language: about.metadata.language ?? null }
  renewFlags(db, sourceId, before.text, after.text, alignment, document)
  return moveAnnotations(db, sourceId, before, after, alignment)
}
