import {
  type AnchorOutcome,
  type AnchorState,
  type Annotation,
  anchorStates,
  type TextChangeReport,
} from '#shared/model.ts'
import type { Alignment } from '../anchor/align.ts'
import { describePassage } from '../anchor/describe.ts'
import { type Outcome, reanchor } from '../anchor/reanchor.ts'
import { listAnnotations, setAnchor } from '../store/annotations.ts'
import type { Db } from '../store/database.ts'

/** A text as a source had it, or has it now. */
export interface TextVersion {
  text: string
  /** SHA-256 of the text, in hex. */
  hash: string
}

/**
 * Moves a source's annotations from one version of its text to the next, and says what became of each. Must run inside a
 * recorded transaction. A lost annotation keeps the words and the place it had, and is looked for again whenever the
 * text changes.
 */
export function moveAnnotations(
  db: Db,
  sourceId: string,
  before: TextVersion,
  after: TextVersion,
  alignment: Alignment,
): TextChangeReport {
  const annotations = listAnnotations(db, sourceId)
  const found = reanchor(before.text, after.text, annotations, alignment)
  const outcomes = annotations.map((annotation, index): AnchorOutcome => {
    const outcome = found[index] ?? { state: 'lost' }
    const place = moveAnnotation(db, annotation, outcome, after)
    const { start, end, quote } = annotation
    return { annotationId: annotation.id, state: outcome.state, before: { start, end, quote }, after: place }
  })
  return { sourceId, changed: before.hash !== after.hash, outcomes, counts: countStates(outcomes) }
}

function moveAnnotation(
  db: Db,
  annotation: Annotation,
  outcome: Outcome,
  { text, hash }: TextVersion,
): AnchorOutcome['after'] {
  if (outcome.state === 'lost') {
    if (annotation.state !== 'lost') setAnchor(db, annotation.id, { state: 'lost' })
    return null
  }
  const anchor = describePassage(text, outcome.start, outcome.end)
  setAnchor(db, annotation.id, {
    ...anchor,
    textHash: hash,
    state: stateAfter(annotation.state, outcome.state),
  })
  return { start: anchor.start, end: anchor.end, quote: anchor.quote }
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
  const outcomes = listAnnotations(db, sourceId).map(({ id, state, start, end, quote }): AnchorOutcome => {
    const place = { start, end, quote }
    const isLost = state === 'lost'
    return { annotationId: id, state: isLost ? 'lost' : 'exact', before: place, after: isLost ? null : place }
  })
  return { sourceId, changed: false, outcomes, counts: countStates(outcomes) }
}
