import { useMemo } from 'react'
import { useCall } from '#renderer/engine/queries.ts'
import type { ObjectRef } from '#shared/model.ts'

/** What sources, claims and notes are called in tabs and heads; empty while that is not known. */
export function useTitles(): (object: ObjectRef) => string {
  const sources = useCall('sources.list', {}).data
  const claims = useCall('claims.list', {}).data
  const notes = useCall('notes.list', {}).data
  return useMemo(() => {
    const titles = new Map<string, string>()
    for (const { id, title } of sources ?? []) titles.set(id, title)
    for (const { id, number, statement } of claims ?? []) titles.set(id, `C${number} ${statement}`)
    for (const { id, title } of notes ?? []) titles.set(id, title)
    return ({ id }) => titles.get(id) ?? ''
  }, [sources, claims, notes])
}
