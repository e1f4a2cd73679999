import { create, type StateCreator } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { ObjectRef } from '#shared/model.ts'
import { forgetClaimFilter } from './claimFilters.ts'
import { forgetMatrix } from './matrixShown.ts'
import { besideJump, createPanes, jumpsBeside, type PanesSlice, sourceInHand } from './panes.ts'
import { createPlaces, nowhere, type Place, type PlacesSlice } from './places.ts'
import { createPreferences, type Preferences, type PreferencesSlice, preferencesOf } from './preferences.ts'
import { forgetReaders } from './readers.ts'
import { forgetScope } from './scope.ts'
import { forgetSearch } from './searchShown.ts'
import { createSelection, type SelectionSlice } from './selection.ts'
import { keptStorage } from './storage.ts'
import { forgotten, neighbour, noTabs, sameObject, type Tabs } from './tabs.ts'
import { forgetTimeline } from './timelinePlace.ts'
import { pruned, startTrail } from './trail.ts'

export { type Place, type Target, type View, views } from './places.ts'
export { type Theme, themes } from './preferences.ts'

/** Where a notebook is taken up again. */
export interface Start {
  place: Pick<Place, 'view' | 'object' | 'claimId' | 'noteId'>
  tabs: Tabs
  beside: ObjectRef | null
  together: boolean
}

interface Lifecycle {
  /** The source that keys, the side panel and finding are about: that of the pane in hand. Follows from the others. */
  sourceId: string | null
  /** Starts over, such as where a notebook was left. */
  startAt(start: Start): void
  /** Leaves objects that were deleted: their tabs, their place, the pane beside. */
  forget(isGone: (object: ObjectRef) => boolean): void
  forgetSource(id: string): void
  /** Leaves everything that belongs to one notebook, because another one was opened. */
  forgetPlaces(): void
}

export type WindowState = PlacesSlice & PanesSlice & SelectionSlice & PreferencesSlice & Lifecycle

const createWindow: StateCreator<WindowState> = (store, get, api) => {
  const set = (change: Change): void => store((state) => followed(state, change))
  const places = createPlaces(set, get, api)
  return {
    ...places,
    ...createPanes(set, get, api),
    ...createSelection(set, get, api),
    ...createPreferences(set, get, api),
    sourceId: null,
    openSource: (id, range, options) => {
      if (range && jumpsBeside(get(), id)) set(besideJump(range, options?.atTop ? 'top' : 'middle'))
      else places.openSource(id, range, options)
    },
    startAt: ({ place, tabs, beside, together }) => {
      const here = { ...nowhere, ...place }
      set({ ...here, tabs, beside, together, besideTarget: null, trail: startTrail(here) })
    },
    forget: (isGone) => {
      const { tabs, beside, selection } = get()
      const change = awayFromGone(get(), isGone)
      set({
        tabs: forgotten(tabs, isGone),
        ...(beside && isGone(beside) && { beside: null, besideTarget: null, pane: 'main' }),
        ...(selection && isGone(selection) && { selection: null }),
      })
      if (change) get().goTo(change)
      const stands = ({ object }: Place): boolean => object === null || !isGone(object)
      set(({ trail }) => ({ trail: pruned(trail, stands) }))
    },
    forgetSource: (id) => get().forget((object) => sameObject(object, { kind: 'source', id })),
    forgetPlaces: () => {
      forgetReaders()
      forgetScope()
      forgetSearch()
      forgetClaimFilter()
      forgetMatrix()
      forgetTimeline()
      set({ ...nowhere, trail: startTrail(nowhere), tabs: noTabs, beside: null, besideTarget: null })
      set({ selection: null, passage: null })
    },
  }
}

/** The window's own state: where one is, what is selected, and how one likes to read. The engine's data is not here. */
export const useWindow = create<WindowState>()(
  persist<WindowState, [], [], Preferences>(createWindow, {
    name: 'crossread:window',
    version: 1,
    storage: createJSONStorage(() => keptStorage),
    partialize: preferencesOf,
  }),
)

type Change = Partial<WindowState> | ((state: WindowState) => Partial<WindowState>)

/** A change with what follows from it: going somewhere happens in the reading area, and lets a text selection go. */
function followed(state: WindowState, change: Change): Partial<WindowState> {
  const part = typeof change === 'function' ? change(state) : change
  const went = part.trail !== undefined && part.trail.here !== state.trail.here
  const next = { ...(went && { pane: 'main' as const, passage: null }), ...part }
  return { ...next, sourceId: sourceInHand({ ...state, ...next }) }
}

type IsGone = (object: ObjectRef) => boolean

/** Where one goes when what one looks at is no more; null where it still stands. */
function awayFromGone(state: WindowState, isGone: IsGone): Partial<Place> | null {
  const { object, compared, view, tabs } = state
  const pair = compared ? [compared.leftId, compared.rightId] : []
  const pairGone = pair.some((id) => isGone({ kind: 'source', id }))
  const objectGone = object !== null && isGone(object)
  if (!pairGone && !objectGone) return null
  return {
    object: objectGone ? neighbour(tabs, object, isGone) : object,
    compared: pairGone ? null : compared,
    view: pairGone && view === 'comparison' ? 'read' : view,
  }
}
