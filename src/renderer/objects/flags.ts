import i18next from 'i18next'
import { write } from '#renderer/engine/queries.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Flag, FlagState } from '#shared/model.ts'
import { offerUndo } from './undoToast.ts'

/** A flag that is about a passage, which can be gone to and left out. */
export type PassageFlag = Flag & { start: number; end: number }

/** Whether a flag is about a passage of its source. */
export function hasPassage(flag: Flag): flag is PassageFlag {
  return flag.start !== null && flag.end !== null
}

/** In the order of the text; those about a source as a whole first. */
export function inTextOrder(flags: readonly Flag[]): Flag[] {
  return [...flags].sort((a, b) => (a.start ?? -1) - (b.start ?? -1) || (b.end ?? 0) - (a.end ?? 0))
}

/** Dismisses flags, leaves their passages out, or opens them again, with an offer to take it back. */
export async function setFlags(flags: readonly Flag[], state: FlagState): Promise<void> {
  const done = await write('flags.set', { ids: flags.map(({ id }) => id), state })
  if (done) await offerUndo(i18next.t(`flags:done.${state}`, { count: flags.length }))
}

/** Takes a passage out of search, comparison and export, with an offer to take it back. */
export async function excludePassage(sourceId: string, start: number, end: number): Promise<void> {
  const done = await write('flags.exclude', { sourceId, start, end })
  if (done) await offerUndo(i18next.t('flags:done.excluded', { count: 1 }))
}

/** What a flag that was judged goes back to: a passage somebody took out by hand has nothing left to judge. */
export function unjudged({ kind }: Flag): FlagState {
  return kind === 'by-hand' ? 'dismissed' : 'open'
}

/** Shows what a flag is about: its passage, or its source where it has none. */
export function openFlag(flag: Flag): void {
  const { openSource } = useWindow.getState()
  openSource(flag.sourceId, hasPassage(flag) ? { start: flag.start, end: flag.end } : undefined)
}
