import { type Annotation, type Colour, colours } from '#shared/model.ts'

/** What a list of annotations is narrowed to. Nothing chosen shows everything. */
export interface Filter {
  colours: readonly Colour[]
  tag: string | null
  /** null: linked or not. */
  relation: RelationKey | null
  /** null: anybody's. */
  author: AuthorKey | null
  /** Words that have to stand in the quote, the comment, the tags or the source's title. */
  text: string
  sourceId: string | null
}

/** Who made an annotation: the person at the window, or somebody by name, of whom the document may not say who. */
export type AuthorKey = 'mine' | `by:${string}`

/** By which relation an annotation is linked: by any, by none, or by the one of this id. */
export type RelationKey = 'any' | 'none' | `id:${string}`

/** What a filter has to know that does not stand in the annotations themselves. */
export interface Surroundings {
  /** The relations of the links that touch an annotation. */
  relationsOf(id: string): ReadonlySet<string>
  titleOf(sourceId: string): string
}

export const everything: Filter = {
  colours: [],
  tag: null,
  relation: null,
  author: null,
  text: '',
  sourceId: null,
}

export function authorKey({ author }: Pick<Annotation, 'author'>): AuthorKey {
  return author === null ? 'mine' : `by:${author}`
}

/** Everybody who made an annotation, the person at the window first; empty where that is the only one. */
export function authorsOf(annotations: readonly Annotation[]): AuthorKey[] {
  const keys = [...new Set(annotations.map(authorKey))]
  if (keys.every((key) => key === 'mine')) return []
  return keys.sort((a, b) => Number(b === 'mine') - Number(a === 'mine') || a.localeCompare(b))
}

export function isNarrowed({ colours: some, tag, relation, author, text, sourceId }: Filter): boolean {
  const chosen = [tag, relation, author, sourceId].some((part) => part !== null)
  return chosen || some.length > 0 || text.trim() !== ''
}

/** The annotations that pass, in the order they came. `keep` always does, such as the one that is just being changed. */
export function filtered(
  annotations: readonly Annotation[],
  filter: Filter,
  around: Surroundings,
  keep: string | null = null,
): readonly Annotation[] {
  if (!isNarrowed(filter)) return annotations
  const words = folded(filter.text).split(/\s+/).filter(Boolean)
  return annotations.filter(
    (annotation) =>
      annotation.id === keep ||
      (passes(annotation, filter, around) &&
        words.every((word) => wordsOf(annotation, around).includes(word))),
  )
}

function passes(annotation: Annotation, filter: Filter, { relationsOf }: Surroundings): boolean {
  const { id, colour, tags, links, sourceId } = annotation
  if (filter.colours.length > 0 && !filter.colours.includes(colour)) return false
  if (filter.author !== null && authorKey(annotation) !== filter.author) return false
  if (filter.sourceId !== null && sourceId !== filter.sourceId) return false
  if (filter.tag !== null && !tags.includes(filter.tag)) return false
  if (filter.relation === 'any') return links > 0
  if (filter.relation === 'none') return links === 0
  return filter.relation === null || relationsOf(id).has(filter.relation.slice('id:'.length))
}

/** In the order of the text: longer first where they start together. */
export function byPlace(a: Annotation, b: Annotation): number {
  return a.start - b.start || b.end - a.end
}

const known = new WeakMap<Annotation, string>()

/** All words of an annotation, folded once: the same ones are asked for with every letter that is typed. */
function wordsOf(annotation: Annotation, { titleOf }: Surroundings): string {
  let own = known.get(annotation)
  if (own === undefined) {
    const { quote, commentText, tags, author } = annotation
    own = folded([quote, commentText, ...tags, author ?? ''].join('\n'))
    known.set(annotation, own)
  }
  return `${own}\n${folded(titleOf(annotation.sourceId))}`
}

/** Without case and accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The colours in use with how many annotations have each, in the order of their keys. */
export function colourCounts(annotations: readonly Annotation[]): { colour: Colour; count: number }[] {
  const counts = new Map<Colour, number>()
  for (const { colour } of annotations) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  return colours.flatMap((colour) => {
    const count = counts.get(colour)
    return count === undefined ? [] : [{ colour, count }]
  })
}

/** The tags in use, by name. */
export function tagsOf(annotations: readonly Annotation[]): string[] {
  return [...new Set(annotations.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b))
}
