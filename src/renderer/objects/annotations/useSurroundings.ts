import { useMemo } from 'react'
import { useCall } from '#renderer/engine/queries.ts'
import type { Annotation, Relation } from '#shared/model.ts'
import { useRelations } from '../relations.ts'
import type { Surroundings } from './filter.ts'

const none: ReadonlySet<string> = new Set()

/** What filters need beside the annotations: how they are linked, and what their sources are called. */
export function useSurroundings(annotations: readonly Annotation[]): Surroundings & { used: Relation[] } {
  const linked = useMemo(() => annotations.some(({ links }) => links > 0), [annotations])
  const { data: links } = useCall('links.list', {}, { enabled: linked })
  const { data: sources } = useCall('sources.list', {})
  const { all } = useRelations()
  const relations = useMemo(() => {
    const byAnnotation = new Map<string, Set<string>>()
    for (const { from, to, relationId } of links ?? []) {
      for (const { kind, id } of [from, to]) {
        if (kind !== 'annotation') continue
        const known = byAnnotation.get(id)
        if (known) known.add(relationId)
        else byAnnotation.set(id, new Set([relationId]))
      }
    }
    return byAnnotation
  }, [links])
  const titles = useMemo(() => new Map((sources ?? []).map(({ id, title }) => [id, title])), [sources])
  const used = useMemo(() => {
    const ids = new Set(
      annotations.flatMap(({ id, links: count }) => (count > 0 ? [...(relations.get(id) ?? none)] : [])),
    )
    return all.filter(({ id }) => ids.has(id))
  }, [annotations, relations, all])
  return useMemo(
    () => ({
      relationsOf: (id) => relations.get(id) ?? none,
      titleOf: (sourceId) => titles.get(sourceId) ?? '',
      used,
    }),
    [relations, titles, used],
  )
}
