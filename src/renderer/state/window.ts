import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { ObjectRef } from '#shared/model.ts'
import { startTrail, stepBack, stepForward, type Trail, visit } from './trail.ts'

export const views = ['read', 'claims', 'matrix', 'graph', 'timeline', 'inbox', 'notes'] as const
/** The views one chooses by their tabs; the comparison of two sources, opened from one of them; and what a search found. */
export type View = (typeof views)[number] | 'comparison' | 'search'

export const themes = ['system', 'light', 'dark', 'sepia'] as const
export type Theme = (typeof themes)[number]

/** A passage to scroll to and flash. `nonce` differs each time, so that the same passage can be asked for again. */
export interface Target {
  start: number
  end: number
  nonce: number
}

/** One place in the window, as back and forward know it. */
export interface Place {
  view: View
  sourceId: string | null
  claimId: string | null
  noteId: string | null
  target: Target | null
  /** The two sources that stand side by side in the comparison. */
  compared: { leftId: string; rightId: string } | null
}

interface Preferences {
  theme: Theme
  /** The reader's text size in px. */
  fontSize: number
  fontFamily: 'serif' | 'sans'
  blockNumbers: boolean
  /** Whether the left panel is shown. */
  sidebar: boolean
  /** Whether the right panel is shown. */
  margin: boolean
}

interface Passage {
  sourceId: string
  start: number
  end: number
  text: string
}

export interface WindowState extends Place, Preferences {
  trail: Trail<Place>
  /** The window's one selected object. */
  selection: ObjectRef | null
  /** The live text selection in the reader. */
  passage: Passage | null
  secondPane: ObjectRef | null
  setView(view: View): void
  openSource(id: string, target?: { start: number; end: number }): void
  openClaim(id: string): void
  openNote(id: string): void
  openComparison(leftId: string, rightId: string): void
  back(): void
  forward(): void
  select(ref: ObjectRef | null): void
  setPassage(passage: Passage | null): void
  openBeside(ref: ObjectRef | null): void
  setPreferences(change: Partial<Preferences>): void
  /** Leaves a source that was deleted, if it stands open. */
  forgetSource(id: string): void
  /** Starts over at a place, such as the one where a notebook was left. */
  startAt(place: Omit<Place, 'target' | 'compared'>): void
  /** Leaves everything that belongs to one notebook, because another one was opened. */
  forgetPlaces(): void
}

const nowhere: Place = {
  view: 'read',
  sourceId: null,
  claimId: null,
  noteId: null,
  target: null,
  compared: null,
}

function samePlace(a: Place, b: Place): boolean {
  const sameObjects = a.sourceId === b.sourceId && a.claimId === b.claimId && a.noteId === b.noteId
  const samePair = a.compared?.leftId === b.compared?.leftId && a.compared?.rightId === b.compared?.rightId
  return a.view === b.view && sameObjects && samePair && a.target?.start === b.target?.start
}

let nonce = 0
function targetOf(range: { start: number; end: number } | undefined): Target | null {
  nonce += 1
  return range ? { ...range, nonce } : null
}

/** A remembered place is shown anew, so its target has to differ from the last one to be scrolled to again. */
function revisited(trail: Trail<Place>): Place & { trail: Trail<Place> } {
  return { ...trail.here, target: targetOf(trail.here.target ?? undefined), trail }
}

/** The window's own state: where one is, what is selected, and how one likes to read. The engine's data is not here. */
export const useWindow = create<WindowState>()(
  persist(
    (set, get) => {
      const go = (change: Partial<Place>): void => {
        const { trail } = get()
        const place = { ...trail.here, target: null, ...change }
        set({ ...place, passage: null, trail: visit(trail, place, samePlace) })
      }
      return {
        ...nowhere,
        trail: startTrail(nowhere),
        selection: null,
        passage: null,
        secondPane: null,
        theme: 'system',
        fontSize: 18,
        fontFamily: 'serif',
        blockNumbers: false,
        sidebar: true,
        margin: true,
        setView: (view) => go({ view }),
        openSource: (id, range) => go({ view: 'read', sourceId: id, target: targetOf(range) }),
        openClaim: (id) => go({ view: 'claims', claimId: id }),
        openNote: (id) => go({ view: 'notes', noteId: id }),
        openComparison: (leftId, rightId) => go({ view: 'comparison', compared: { leftId, rightId } }),
        back: () => set(revisited(stepBack(get().trail))),
        forward: () => set(revisited(stepForward(get().trail))),
        select: (selection) => set({ selection }),
        setPassage: (passage) => set({ passage }),
        openBeside: (secondPane) => set({ secondPane }),
        setPreferences: (change) => set(change),
        forgetSource: (id) => {
          const { sourceId, secondPane, compared, view } = get()
          if (secondPane?.id === id) set({ secondPane: null })
          const wasCompared = compared?.leftId === id || compared?.rightId === id
          if (sourceId !== id && !wasCompared) return
          go({
            sourceId: sourceId === id ? null : sourceId,
            compared: wasCompared ? null : compared,
            view: wasCompared && view === 'comparison' ? 'read' : view,
          })
        },
        startAt: (place) => {
          const here = { ...nowhere, ...place }
          set({ ...here, trail: startTrail(here) })
        },
        forgetPlaces: () =>
          set({ ...nowhere, trail: startTrail(nowhere), selection: null, passage: null, secondPane: null }),
      }
    },
    {
      name: 'crossread:window',
      version: 1,
      storage: createJSONStorage(() => localStorage),
      partialize: ({ theme, fontSize, fontFamily, blockNumbers, sidebar, margin }) => ({
        theme,
        fontSize,
        fontFamily,
        blockNumbers,
        sidebar,
        margin,
      }),
    },
  ),
)
