import type { Db } from '../store/database.ts'
import { insertFingerprint } from '../store/fingerprints.ts'
import { type ComparableText, fingerprintOf } from './fingerprint.ts'

/** Takes the fingerprint of a corrected or replaced text. Call it in the change's own transaction; the next import compares it. */
export function renewFingerprint(db: Db, textId: number, text: ComparableText): void {
  insertFingerprint(db, textId, fingerprintOf(text))
}
