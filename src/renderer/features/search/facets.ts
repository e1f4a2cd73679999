import type { Facet, ObjectsFound, SearchFacets } from '#shared/model.ts'
import { filtersOf } from '#shared/query/edit.ts'
import { type QueryField, searchedKinds } from '#shared/query/tree.ts'

export interface FilterValue {
  value: string
  /** How many sources or objects have it; null where nobody counted. */
  count: number | null
  pressed: boolean
}
export interface FilterGroup {
  field: QueryField
  values: FilterValue[]
}

/** The lists of `search.facets` by the field that each of their values is typed with. */
const fields = [
  ['publisher', 'publishers'],
  ['date', 'years'],
  ['lang', 'languages'],
  ['type', 'types'],
  ['tag', 'tags'],
  ['collection', 'collections'],
  ['relation', 'relations'],
] as const

/**
 * What results can be filtered by. A filter of the query is among them, pressed, even where nothing has its value, so
 * that what was typed can be clicked away.
 */
export function filterGroups(query: string, facets: SearchFacets): FilterGroup[] {
  const active = filtersOf(query)
  const listed = fields.map(([field, list]) => groupOf(field, facets[list], active))
  const annotated: Facet[] = facets.annotated > 0 ? [{ value: 'annotation', count: facets.annotated }] : []
  const known = new Set<string>([...fields.map(([field]) => field), 'has', 'in'])
  const others = [...new Set(active.map(({ field }) => field))].filter((field) => !known.has(field))
  return [
    ...listed,
    groupOf('has', annotated, active),
    ...others.map((field) => groupOf(field, [], active)),
  ].filter(({ values }) => values.length > 0)
}

/** Kinds of objects, with how many of each the query finds when no kind is asked for. */
export function kindGroup(query: string, sources: number, counts: ObjectsFound['counts']): FilterGroup {
  const active = filtersOf(query)
  const countOf = {
    sources,
    annotations: counts.annotation,
    claims: counts.claim,
    notes: counts.note,
  }
  return {
    field: 'in',
    values: searchedKinds.map((value) => ({
      value,
      count: countOf[value],
      pressed: active.some((filter) => filter.field === 'in' && filter.value === value),
    })),
  }
}

function groupOf(
  field: QueryField,
  facets: readonly Facet[],
  active: readonly { field: QueryField; value: string }[],
): FilterGroup {
  const asked = active.filter((filter) => filter.field === field).map(({ value }) => value)
  const same = (a: string, b: string) => a.toLocaleLowerCase() === b.toLocaleLowerCase()
  const values = facets.map(({ value, count }) => ({
    value,
    count,
    pressed: asked.some((each) => same(each, value)),
  }))
  const unlisted = asked
    .filter((value) => !facets.some((facet) => same(facet.value, value)))
    .map((value) => ({ value, count: null, pressed: true }))
  return { field, values: [...unlisted, ...values] }
}
