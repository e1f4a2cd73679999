import { collectionPaths, sourcesWithin } from '#shared/collections.ts'
import type { Collection } from '#shared/model.ts'

/** A collection with those inside it, by name, and how many sources it has with theirs. */
export interface CollectionNode {
  /** The collection's: what the tree knows a row by. */
  id: string
  collection: Collection
  sources: number
  children: CollectionNode[]
}

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** The outermost collections, each with those inside it. */
export function treeOf(collections: readonly Collection[]): CollectionNode[] {
  const inside = new Map<string | null, Collection[]>()
  for (const collection of collections) {
    const known = inside.get(collection.parentId)
    if (known) known.push(collection)
    else inside.set(collection.parentId, [collection])
  }
  const nodes = (parentId: string | null): CollectionNode[] =>
    (inside.get(parentId) ?? [])
      .sort((a, b) => names.compare(a.name, b.name))
      .map((collection) => ({
        id: collection.id,
        collection,
        sources: sourcesWithin(collections, collection.id).size,
        children: nodes(collection.id),
      }))
  return nodes(null)
}

/** A collection and where it stands, as a line to choose. */
export interface Line {
  collection: Collection
  /** The collections around it, the outermost first. */
  around: string[]
  /** How many of the sources in hand are in it itself. */
  holds: number
}

/** The collections whose way holds every word of `text`, in the order of the tree. */
export function linesFor(
  collections: readonly Collection[],
  text: string,
  sourceIds: readonly string[],
): Line[] {
  const words = folded(text).split(/\s+/).filter(Boolean)
  const paths = collectionPaths(collections)
  const wanted = new Set(sourceIds)
  const flat = (nodes: readonly CollectionNode[]): Collection[] =>
    nodes.flatMap(({ collection, children }) => [collection, ...flat(children)])
  return flat(treeOf(collections))
    .map((collection) => ({
      collection,
      around: (paths.get(collection.id) ?? []).slice(0, -1),
      holds: collection.sourceIds.filter((id) => wanted.has(id)).length,
    }))
    .filter(({ collection, around }) => {
      const path = folded([...around, collection.name].join(' '))
      return words.every((word) => path.includes(word))
    })
}

/** `name`, or where there is one of that name among `others` already, with the next number behind it. */
export function freeName(name: string, others: readonly string[]): string {
  const known = new Set(others.map(folded))
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`
    if (!known.has(folded(candidate))) return candidate
  }
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}
