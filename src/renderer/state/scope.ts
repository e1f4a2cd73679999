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

export function showScope(scope: Scope): void {
  useScope.setState({ scope })
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
