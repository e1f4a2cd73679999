import { useEffect } from 'react'
import { create } from 'zustand'
import { engine } from '#renderer/engine/client.ts'
import { queryClient, useCall } from '#renderer/engine/queries.ts'
import { type GraphLayout, graphLayouts } from '#shared/model.ts'
import type { View } from './camera.ts'
import type { Depth, GraphFilter } from './shown.ts'

/** What the notebook keeps of how its graph is looked at. */
interface KeptOptions {
  layout: GraphLayout
  /** Whether sources that are one voice share a card. */
  grouped: boolean
  withUnlinked: boolean
  hiddenRelations: readonly string[]
  hiddenKinds: GraphFilter['hiddenKinds']
}

/** How the graph is looked at, as long as the window is open. */
export interface GraphOptions extends KeptOptions {
  tags: readonly string[]
  depth: Depth
  /** The card from which depth counts, and around whose links one walks. */
  centre: string | null
  /** Which part of the drawing was seen when it was left; null where that was all of it. */
  view: View | null
  /** How often all of the drawing was asked for: it changes what is seen. */
  fits: number
  /** The notebook that all of this is about. */
  notebook: string | null
}

const initial: GraphOptions = {
  layout: 'force',
  grouped: false,
  withUnlinked: false,
  hiddenRelations: [],
  hiddenKinds: [],
  tags: [],
  depth: 0,
  centre: null,
  view: null,
  fits: 0,
  notebook: null,
}

export const useGraphOptions = create<GraphOptions>(() => initial)

const key = 'graph'

/** Takes up how this notebook's graph was looked at. Says whether it is known yet. */
export function useRememberedOptions(): boolean {
  const notebook = useCall('notebook.info', {}).data?.id ?? null
  const { data } = useCall('settings.get', { key })
  const known = useGraphOptions((state) => state.notebook)
  useEffect(() => {
    if (notebook === null || data === undefined || known === notebook) return
    useGraphOptions.setState({ ...initial, ...readOptions(data.value), notebook })
  }, [notebook, data, known])
  return known !== null && known === notebook
}

/** Changes how the graph is looked at, and keeps it with the notebook. */
export function setOptions(change: Partial<GraphOptions>): void {
  useGraphOptions.setState(change)
  const { layout, grouped, withUnlinked, hiddenRelations, hiddenKinds } = useGraphOptions.getState()
  const value = {
    layout,
    grouped,
    withUnlinked,
    hiddenRelations: [...hiddenRelations],
    hiddenKinds: [...hiddenKinds],
  }
  queryClient.setQueryData(['settings.get', { key }], { value })
  // How one looks at things is a convenience: an engine that cannot take it right now is no news to anybody.
  engine.call('settings.set', { key, value }).catch(() => undefined)
}

/** The same, and has all of the drawing seen: what changes would be out of sight otherwise. */
export function setOptionsAndFit(change: Partial<GraphOptions>): void {
  setOptions({ ...change, fits: useGraphOptions.getState().fits + 1 })
}

/** Shows everything again. */
export function showAll(): void {
  setOptions({ hiddenRelations: [], hiddenKinds: [], tags: [], depth: 0 })
}

/** Settings may hold anything: what is not understood is left out. */
function readOptions(value: unknown): Partial<KeptOptions> {
  const stored = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}))
  const words = (name: string): string[] => {
    const list: unknown = stored.get(name)
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []
  }
  const layout = graphLayouts.find((name) => name === stored.get('layout'))
  const hidden = words('hiddenKinds')
  return {
    ...(layout && { layout }),
    grouped: stored.get('grouped') === true,
    withUnlinked: stored.get('withUnlinked') === true,
    hiddenRelations: words('hiddenRelations'),
    hiddenKinds: (['claim', 'source', 'note'] as const).filter((kind) => hidden.includes(kind)),
  }
}
