import type { TextChangeReport } from '#shared/model.ts'
import { now, type Session } from '../session.ts'
import { insertFingerprint } from '../store/fingerprints.ts'
import {
  type BlockRow,
  insertText,
  type NewSource,
  readVersion,
  type SourceDetails,
  setVersion,
} from '../store/sources.ts'
import type { Followed } from './follow.ts'
import { moveAnnotations } from './reanchor.ts'
import { renewFlags } from './renew-flags.ts'

/** What takes the place of a source's text, and where the file is another one of its original. */
export interface NewVersion {
  /** SHA-256 of the text, in hex. */
  hash: string
  blocks: readonly BlockRow[]
  details: SourceDetails
  file?: Pick<NewSource, 'originalHash' | 'fileName' | 'mediaType'>
}

/**
 * Puts another version of its text in a source's place, with all that is made of it, and moves annotations and flags
 * over. Must run inside a recorded transaction. The version before stays stored: undoing takes the source back to it.
 */
export function putVersion(
  { store: { db, index } }: Session,
  sourceId: string,
  { hash, blocks, details, file }: NewVersion,
  followed: Followed,
): TextChangeReport {
  const changed = readVersion(db, sourceId)?.hash !== hash
  const textId = insertText(db, hash, followed.words, blocks)
  if (followed.terms !== null) index?.offer(textId, followed.terms)
  setVersion(db, sourceId, { textId, details, ...file, at: now() })
  insertFingerprint(db, textId, followed.fingerprint)
  renewFlags(db, sourceId, followed)
  return { ...moveAnnotations(db, sourceId, hash, followed.anchors), changed }
}
