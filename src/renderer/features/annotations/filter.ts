import { type Annotation, type Colour, colours } from '#shared/model.ts'

/** What the list is narrowed to. Nothing chosen shows everything. */
export interface Filter {
  colours: readonly Colour[]
  tag: string | null
  /** null: anybody's. */
  author: AuthorKey | null
}

/** Who made an annotation: the person at the window, or somebody by name, of whom the document may not say who. */
export type AuthorKey = 'mine' | `by:${string}`

export const everything: Filter = { colours: [], tag: null, author: null }

export function authorKey({ author }: Pick<Annotation, 'author'>): AuthorKey {
  return author === null ? 'mine' : `by:${author}`
}

/** Everybody who made an annotation, the person at the window first; empty where that is the only one. */
export function authorsOf(annotations: readonly Annotation[]): AuthorKey[] {
  const keys = [...new Set(annotations.map(authorKey))]
  if (keys.every((key) => key === 'mine')) return []
  return keys.sort((a, b) => Number(b === 'mine') - Number(a === 'mine') || a.localeCompare(b))
}

export function isNarrowed(filter: Filter): boolean {
  return filter.colours.length > 0 || filter.tag !== null || filter.author !== null
}

/**
 * The annotations that pass, in the order of the text: longer first where they start together. The selected one always
 * does: it would vanish while one changes its colour, or when one clicks on its words.
 */
export function filtered(
  annotations: readonly Annotation[],
  filter: Filter,
  selectedId: string | null = null,
): Annotation[] {
  return annotations
    .filter((annotation) => annotation.id === selectedId || passes(annotation, filter))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

function passes(annotation: Annotation, filter: Filter): boolean {
  const { colour, tags } = annotation
  const inColour = filter.colours.length === 0 || filter.colours.includes(colour)
  const byAuthor = filter.author === null || authorKey(annotation) === filter.author
  return inColour && byAuthor && (filter.tag === null || tags.includes(filter.tag))
}

/** The colours in use with how many annotations have each, in the order of their keys. */
export function colourCounts(annotations: readonly Annotation[]): { colour: Colour; count: number }[] {
  return colours
    .map((colour) => ({ colour, count: annotations.filter((one) => one.colour === colour).length }))
    .filter(({ count }) => count > 0)
}

/** The tags in use, by name. */
export function tagsOf(annotations: readonly Annotation[]): string[] {
  return [...new Set(annotations.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b))
}
