import i18next from 'i18next'
import { write } from '#renderer/engine/queries.ts'
import { openAnnotation } from '#renderer/objects/openObject.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { startPlacing, useJudging } from '#renderer/state/judging.ts'
import type { TriageRow } from './list.ts'

/** Takes rows off the list at once; they come back where the engine refuses. Says whether it did what was asked. */
async function decided(ids: readonly string[], work: Promise<unknown>): Promise<boolean> {
  const without = () => useJudging.getState().decided.filter((id) => !ids.includes(id))
  useJudging.setState({ decided: [...without(), ...ids] })
  const isDone = (await work) !== undefined
  if (!isDone) useJudging.setState({ decided: without() })
  return isDone
}

/** Takes moved and changed ones as they stand, and leaves lost ones lost, with an offer to take it back. */
export async function accept(rows: readonly TriageRow[]): Promise<void> {
  const waiting = rows.filter(({ annotation }) => annotation.state !== 'exact')
  if (waiting.length === 0) return
  const ids = waiting.map(({ annotation }) => annotation.id)
  if (!(await decided(ids, write('annotations.accept', { ids })))) return
  const areLost = waiting.every(({ annotation }) => annotation.state === 'lost')
  await offerUndo(i18next.t(areLost ? 'triage:done.left' : 'triage:done.accepted', { count: ids.length }))
}

/** Puts an annotation on another passage of its source. Says whether that was done. */
export async function putAt(id: string, { start, end }: { start: number; end: number }): Promise<boolean> {
  if (!(await decided([id], write('annotations.update', { id, start, end })))) return false
  await offerUndo(i18next.t('triage:done.placed'))
  return true
}

export async function deleteLost({ annotation: { id } }: TriageRow): Promise<void> {
  if (await decided([id], write('annotations.delete', { id })))
    await offerUndo(i18next.t('triage:done.deleted'))
}

/** Where a row's annotation stands, or may belong, or stood. */
function placeOf({ annotation, places }: TriageRow): { start: number; end: number } {
  const { state, start, end } = annotation
  if (state !== 'lost') return { start, end }
  return places[0] ?? { start, end: start }
}

/** Closes the list and shows a row's annotation in its text. */
export function show(row: TriageRow): void {
  useJudging.setState({ list: null })
  openAnnotation({ ...row.annotation, ...placeOf(row) })
}

/** Closes the list and lets one choose a passage for a row's annotation, beginning at `place`. */
export function moveByHand(row: TriageRow, place = placeOf(row)): void {
  const { list } = useJudging.getState()
  const { id } = row.annotation
  startPlacing({ ...row.annotation, ...place }, row.oldQuote, list && { ...list, at: id })
}
