import type { StateCreator } from 'zustand'
import type { ObjectRef } from '#shared/model.ts'
import { type PlacesSlice, type Shown, type Target, targetOf } from './places.ts'
import type { PaneName } from './readers.ts'
import type { SelectionSlice } from './selection.ts'
import { sameObject } from './tabs.ts'

/** What stands beside the view, and which of the two is in hand. */
export interface PanesSlice {
  /** A source, a claim or a note beside the view. */
  beside: ObjectRef | null
  /** Where to scroll to in it. */
  besideTarget: Target | null
  /** The pane that keys and the side panel are about: the one that had the focus last. */
  pane: PaneName
  /** Whether two sources scroll together. */
  together: boolean
  openBeside(object: ObjectRef | null): void
  setPane(pane: PaneName): void
  setTogether(together: boolean): void
  /** Puts what stands beside into the reading area and the other way round. */
  swapPanes(): void
}

export const createPanes: StateCreator<PanesSlice & PlacesSlice & SelectionSlice, [], [], PanesSlice> = (
  set,
  get,
) => ({
  beside: null,
  besideTarget: null,
  pane: 'main',
  together: false,
  openBeside: (beside) => {
    set({ beside, besideTarget: null, pane: 'main' })
    if (beside?.kind === 'claim') get().select(beside)
  },
  setPane: (pane) => {
    if (get().pane !== pane) set({ pane })
  },
  setTogether: (together) => set({ together }),
  swapPanes: () => {
    const { beside, object, openTab, openBeside } = get()
    if (!beside || !object) return
    openBeside(object)
    openTab(beside)
  },
})

/** The source that stands in the pane in hand, or else in the other one. */
export function sourceInHand(
  state: Pick<PanesSlice, 'beside' | 'pane'> & { object: ObjectRef | null },
): string | null {
  const { beside, object, pane } = state
  const inOrder = pane === 'beside' ? [beside, object] : [object, beside]
  return inOrder.find((candidate) => candidate?.kind === 'source')?.id ?? null
}

/** Whether a jump into a source belongs to the pane beside: it stands there, and not in the pane one reads in. */
export function jumpsBeside(state: PanesSlice & PlacesSlice, id: string): boolean {
  const source = { kind: 'source', id } as const
  if (!sameObject(state.beside, source)) return false
  const inMain = state.view === 'read' && sameObject(state.object, source)
  return !inMain || state.pane === 'beside'
}

/** The jump itself. */
export function besideJump(
  range: { start: number; end: number },
  show: Shown,
): Pick<PanesSlice, 'besideTarget' | 'pane'> {
  return { besideTarget: targetOf(range, show), pane: 'beside' }
}

/** The pane whose source keys are about: the one in hand, or the other where that one holds no source. */
export function inHand(state: PanesSlice & PlacesSlice): PaneName {
  const { beside, object, pane, view } = state
  const inMain = view === 'read' && object?.kind === 'source'
  if (beside?.kind !== 'source') return 'main'
  return inMain ? pane : 'beside'
}
