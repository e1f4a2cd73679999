import { useMemo } from 'react'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { useCall } from '#renderer/engine/queries.ts'
import { keptStorage } from '#renderer/state/storage.ts'
import type { Relation } from '#shared/model.ts'

interface Relations {
  all: Relation[]
  byId: ReadonlyMap<string, Relation>
}

/** The notebook's relations, builtin and own; empty while they load. */
export function useRelations(): Relations {
  const { data } = useCall('relations.list', {})
  return useMemo(() => {
    const all = data ?? []
    return { all, byId: new Map(all.map((relation) => [relation.id, relation])) }
  }, [data])
}

/** What a relation is called, read from its target when `incoming`. */
export function relationLabel(relation: Relation, incoming: boolean): string {
  return incoming && !relation.symmetric ? relation.inverse : relation.name
}

const useLast = create(
  persist<{ relationId: string | null }>(() => ({ relationId: null }), {
    name: 'crossread:last-relation',
    storage: createJSONStorage(() => keptStorage),
  }),
)

/** Remembers the relation that was just used, so that the next link starts with it. */
export function rememberRelation(relationId: string): void {
  useLast.setState({ relationId })
}

/** The relations with the one used last in front. */
export function useRelationsByUse(): Relation[] {
  const { all } = useRelations()
  const last = useLast((state) => state.relationId)
  return useMemo(
    () => [
      ...all.filter((relation) => relation.id === last),
      ...all.filter((relation) => relation.id !== last),
    ],
    [all, last],
  )
}
