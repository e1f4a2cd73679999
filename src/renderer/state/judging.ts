import { create } from 'zustand'
import type { Annotation } from '#shared/model.ts'
import { useWindow } from './window.ts'

/** The list of annotations whose text changed: of one source, or with null of the notebook. */
export interface JudgingList {
  sourceId: string | null
  /** The annotation it opens at. */
  at: string | null
}

/** An annotation that is being moved to another passage of its source by hand. */
export interface Placing {
  annotationId: string
  sourceId: string
  /** The words it was made on. */
  words: string
  /** The list one came from and goes back to. */
  from: JudgingList | null
}

/** A passage the reader is to select, so that it can be changed from there. `nonce` differs each time. */
export interface SelectRequest {
  sourceId: string
  start: number
  end: number
  nonce: number
}

interface Judging {
  list: JudgingList | null
  /** How far down the list one was: where what was judged is gone, one goes on with what stands there now. */
  index: number
  /** Annotations that were just decided about: they leave the list before the engine has said so. */
  decided: readonly string[]
  placing: Placing | null
  selecting: SelectRequest | null
}

/** What of changed annotations is in hand. The list and the bar for placing stand in `features/triage`. */
export const useJudging = create<Judging>(() => ({
  list: null,
  index: 0,
  decided: [],
  placing: null,
  selecting: null,
}))

/** Opens the list of annotations whose text changed. */
export function judge(list: Partial<JudgingList> = {}): void {
  useJudging.setState({ list: { sourceId: null, at: null, ...list }, index: 0, placing: null })
}

let nonce = 0

/**
 * Lets one choose another passage for an annotation: opens its source, with the passage where it stands, or where it
 * likely belongs, selected.
 */
export function startPlacing(
  { id, sourceId, start, end }: Pick<Annotation, 'id' | 'sourceId' | 'start' | 'end'>,
  words: string,
  from: JudgingList | null,
): void {
  nonce += 1
  const { openSource, select } = useWindow.getState()
  openSource(sourceId, { start, end })
  select({ kind: 'annotation', id })
  useJudging.setState({
    list: null,
    placing: { annotationId: id, sourceId, words, from },
    selecting: { sourceId, start, end, nonce },
  })
}

/** Leaves an annotation where it is, and goes back to where one came from. */
export function stopPlacing(): void {
  const { placing } = useJudging.getState()
  useJudging.setState({ placing: null, selecting: null, list: placing?.from ?? null })
}
