import type { Flag, FlagKind } from '#shared/model.ts'
import type { FoundFlag } from '../flags/detect.ts'
import type { Db } from '../store/database.ts'
import { deleteFlag, insertFlags, listFlags, moveFlag } from '../store/flags.ts'
import type { Followed } from './follow.ts'

/** What is judged by comparing sources, or by the reader; the rest is judged anew whenever the text changes. */
const notJudgedHere: readonly FlagKind[] = ['near-duplicate', 'same-story', 'by-hand']

interface Passage {
  start: number
  end: number
}

/**
 * Moves a source's flags from one version of its text to the next: `flags` are the places of those with a passage, in their
 * order, and `found` is what is odd in the next version. Must run inside a recorded transaction. What the reader excluded stays excluded where it still stands. What import noticed is looked for again: it stays, dismissed if
 * it was, where it is still there, goes where it is not, and what is new is flagged.
 */
export function renewFlags(
  db: Db,
  sourceId: string,
  { flags: places, found }: Pick<Followed, 'flags' | 'found'>,
): void {
  const flags = listFlags(db, sourceId).filter(hasPassage)
  const seen = new Set<FoundFlag>()
  flags.forEach((flag, index) => {
    const place = places[index] ?? null
    const again = place === null ? undefined : found.find((one) => isSame(one, flag, place))
    if (again !== undefined) seen.add(again)
    const isKept = flag.state === 'excluded' || notJudgedHere.includes(flag.kind)
    if (place !== null && isKept) moveFlag(db, flag.id, { ...place, message: flag.message })
    else if (again !== undefined) moveFlag(db, flag.id, again)
    else deleteFlag(db, flag.id)
  })
  insertFlags(
    db,
    sourceId,
    found.filter((one) => !seen.has(one)),
  )
}

/** Whether a flag is about a passage, not about its source as a whole. */
export function hasPassage(flag: Flag): flag is Flag & Passage {
  return flag.start !== null && flag.end !== null
}

function isSame(found: FoundFlag, { kind }: Flag, place: Passage): boolean {
  return found.kind === kind && found.start < place.end && place.start < found.end
}
