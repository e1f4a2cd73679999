import type { Collection } from './model.ts'

type Placed = Pick<Collection, 'id' | 'name' | 'parentId'>

/**
 * How each collection is named where it stands alone, by id: by its name, or where another has the same, by its way from
 * the outermost one, such as `Europe/Ferries`. The search's `collection:` takes either.
 */
export function collectionNames(collections: readonly Placed[]): Map<string, string> {
  const uses = new Map<string, number>()
  const key = (name: string): string => name.normalize('NFC').toLowerCase()
  for (const { name } of collections) uses.set(key(name), (uses.get(key(name)) ?? 0) + 1)
  const paths = collectionPaths(collections)
  return new Map(
    collections.map(({ id, name }) => [
      id,
      uses.get(key(name)) === 1 ? name : (paths.get(id) ?? [name]).join('/'),
    ]),
  )
}

/** The names from the outermost collection to each, by id. */
export function collectionPaths(collections: readonly Placed[]): Map<string, string[]> {
  const byId = new Map(collections.map((collection) => [collection.id, collection]))
  return new Map(
    collections.map((collection) => {
      const path: string[] = []
      let at: Placed | undefined = collection
      while (at && path.length <= collections.length) {
        path.unshift(at.name)
        at = at.parentId === null ? undefined : byId.get(at.parentId)
      }
      return [collection.id, path]
    }),
  )
}

/** A collection with all that stand inside it, at any depth. */
export function collectionsWithin(collections: readonly Placed[], id: string): Set<string> {
  const within = new Set([id])
  // As often as one can stand inside another: the list need not have the outer one first.
  for (let before = 0; before < within.size; ) {
    before = within.size
    for (const { id: inner, parentId } of collections) {
      if (parentId !== null && within.has(parentId)) within.add(inner)
    }
  }
  return within
}

/** The sources of a collection and of all that stand inside it, each once. */
export function sourcesWithin(collections: readonly Collection[], id: string): Set<string> {
  const within = collectionsWithin(collections, id)
  return new Set(collections.filter((each) => within.has(each.id)).flatMap(({ sourceIds }) => sourceIds))
}
