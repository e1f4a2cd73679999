import { useCall } from '#renderer/engine/queries.ts'
import type { ClaimSummary, NoteSummary, ObjectRef, SourceSummary } from '#shared/model.ts'

type TitleOf = (object: ObjectRef) => string | null

/**
 * What sources, claims and notes are called in tabs, heads and mentions; empty while that is not known, and null where
 * there is no such object (any more).
 */
export function useTitles(): TitleOf {
  const sources = useCall('sources.list', {}).data
  const claims = useCall('claims.list', {}).data
  const notes = useCall('notes.list', {}).data
  return titlesOf(sources, claims, notes)
}

interface Named {
  sources: readonly SourceSummary[] | undefined
  claims: readonly ClaimSummary[] | undefined
  notes: readonly NoteSummary[] | undefined
  titleOf: TitleOf
}

/** One for the whole window: a note may mention hundreds of objects, and each would go through all sources. */
let last: Named | null = null

function titlesOf(sources: Named['sources'], claims: Named['claims'], notes: Named['notes']): TitleOf {
  if (last !== null && last.sources === sources && last.claims === claims && last.notes === notes) {
    return last.titleOf
  }
  const titles = new Map<string, string>()
  for (const { id, title } of sources ?? []) titles.set(id, title)
  for (const { id, number, statement } of claims ?? []) titles.set(id, `C${number} ${statement}`)
  for (const { id, title } of notes ?? []) titles.set(id, title)
  const known = { source: sources, claim: claims, note: notes, annotation: undefined }
  const titleOf: TitleOf = ({ kind, id }) => titles.get(id) ?? (known[kind] === undefined ? '' : null)
  last = { sources, claims, notes, titleOf }
  return titleOf
}
