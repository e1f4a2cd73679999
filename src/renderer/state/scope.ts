import { create } from 'zustand'

/** Which sources the list shows: all, those of a collection, or those that a saved search finds. */
export type Scope = { kind: 'all' } | { kind: 'collection' | 'search'; id: string }

interface SourceScope {
  scope: Scope
  /** Names of tags that a source has to have, all of them. */
  tags: readonly string[]
  /** The sources that are selected in the list, where they are several. */
  chosen: ReadonlySet<string>
  /** The sources for which a collection is being chosen; null while none is. */
  adding: readonly string[] | null
}

const everything: SourceScope = { scope: { kind: 'all' }, tags: [], chosen: new Set(), adding: null }

/** What of the notebook's sources the list on the left is about. */
export const useScope = create<SourceScope>(() => everything)

/** Narrows the list. What was selected in it before is not any more. */
export function showScope(scope: Scope): void {
  useScope.setState({ scope, chosen: everything.chosen })
}

/** Asks for only the sources that have a tag, or no longer. */
export function toggleTag(name: string): void {
  useScope.setState(({ tags }) => ({
    tags: tags.includes(name) ? tags.filter((other) => other !== name) : [...tags, name],
  }))
}

/** Shows every source again. */
export function showAllSources(): void {
  useScope.setState({ scope: everything.scope, tags: everything.tags })
}

export function chooseSources(chosen: ReadonlySet<string>): void {
  useScope.setState({ chosen })
}

/** Asks for the collection that sources are to be put into. */
export function askForCollection(sourceIds: readonly string[]): void {
  useScope.setState({ adding: sourceIds })
}

export function endAsking(): void {
  useScope.setState({ adding: null })
}

/** The sources that are meant when one of them is taken: all that are selected, if it is among them, or it alone. */
export function sourcesMeant(id: string): readonly string[] {
  const { chosen } = useScope.getState()
  return chosen.has(id) ? [...chosen] : [id]
}

/** Leaves everything that belongs to one notebook. */
export function forgetScope(): void {
  useScope.setState(everything)
}

/** What the list is narrowed to, as JSON, to come back to. */
export function scopeShown() {
  const { scope, tags } = useScope.getState()
  return { scope: { ...scope }, tags: [...tags] }
}

/** What was stored, as far as it can be understood. A collection that is gone narrows nothing. */
export function readScope(value: unknown): ReturnType<typeof scopeShown> {
  const stored: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  const { scope, tags } = stored
  return {
    scope: isScope(scope) ? { ...scope } : everything.scope,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
  }
}

function isScope(value: unknown): value is Scope {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  if (value.kind === 'all') return true
  return (
    (value.kind === 'collection' || value.kind === 'search') && 'id' in value && typeof value.id === 'string'
  )
}
