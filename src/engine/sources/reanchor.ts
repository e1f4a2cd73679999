import { type AnchorOutcome, type AnchorState, anchorStates, type TextChangeReport } from '#shared/model.ts'
import { type AnchorRow, listAnchors } from '../store/anchors.ts'
import { anchorSetter } from '../store/annotations.ts'
import type { Db } from '../store/database.ts'
import type { Followed } from './follow.ts'

/**
 * Moves a source's annotations to the next version of its text, whose hash is `textHash`, and says what became of each.
 * Must run inside a recorded transaction, with `followed` as it is for the annotations that stand there. A lost
 * annotation keeps the words and the place it had, and is looked for again whenever the text changes.
 */
export function moveAnnotations(
  db: Db,
  sourceId: string,
  textHash: string,
  followed: Followed['anchors'],
): TextChangeReport {
  const set = anchorSetter(db)
  const outcomes = listAnchors(db, sourceId).map((row, index): AnchorOutcome => {
    const outcome = followed[index] ?? { state: 'lost' }
    const { start, end, quote } = row
    const after = moveAnnotation(set, row, outcome, textHash)
    return { annotationId: row.id, state: outcome.state, before: { start, end, quote }, after }
  })
  return { sourceId, changed: true, outcomes, counts: countStates(outcomes) }
}

function moveAnnotation(
  set: ReturnType<typeof anchorSetter>,
  { id, state }: AnchorRow,
  outcome: Followed['anchors'][number],
  textHash: string,
): AnchorOutcome['after'] {
  if (outcome.state === 'lost') {
    if (state !== 'lost') set(id, { state: 'lost' })
    return null
  }
  const { start, end, quote } = outcome.anchor
  set(id, { ...outcome.anchor, textHash, state: stateAfter(state, outcome.state) })
  return { start, end, quote }
}

/** Words that changed under an annotation stay changed until its reader says that it stands right. */
function stateAfter(before: AnchorState, outcome: AnchorState): AnchorState {
  if (outcome === 'changed' || before === 'changed') return 'changed'
  return before === 'moved' ? 'moved' : outcome
}

function countStates(outcomes: readonly AnchorOutcome[]): Record<AnchorState, number> {
  const count = (state: AnchorState) => outcomes.filter((outcome) => outcome.state === state).length
  return Object.fromEntries(anchorStates.map((state) => [state, count(state)])) as Record<AnchorState, number>
}

/** The report of a change that changed nothing: every annotation is where it was. */
export function nothingMoved(db: Db, sourceId: string): TextChangeReport {
  const outcomes = listAnchors(db, sourceId).map(({ id, state, start, end, quote }): AnchorOutcome => {
    const place = { start, end, quote }
    const isLost = state === 'lost'
    return { annotationId: id, state: isLost ? 'lost' : 'exact', before: place, after: isLost ? null : place }
  })
  return { sourceId, changed: false, outcomes, counts: countStates(outcomes) }
}
