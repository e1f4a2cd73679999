import type { Db } from '../store/database.ts'
import { listSourcesByOriginal } from '../store/sources.ts'
import type { PreparedSource } from './prepare.ts'
import { foundIn } from './save.ts'

/**
 * Which entries of a bibliography are sources already, in their order, null for each that is not: an import of the same
 * file may have been stopped in the middle, and some of its sources may have been deleted since. Of other documents
 * none is, since their files are known as a whole. `hash` is the file's.
 */
export function entriesHere(
  db: Db,
  hash: string,
  documents: readonly PreparedSource[],
): ({ id: string; title: string } | null)[] {
  if (documents[0]?.kind !== 'bibliography') return documents.map(() => null)
  const sources = new Map(
    listSourcesByOriginal(db, hash).map(({ id, title, details }) => [
      JSON.stringify(details.found),
      { id, title },
    ]),
  )
  return documents.map((document) => sources.get(JSON.stringify(foundIn(document))) ?? null)
}
