import { type Annotation, type Colour, colours } from '#shared/model.ts'

/** What the list is narrowed to. Nothing chosen shows everything. */
export interface Filter {
  colours: readonly Colour[]
  tag: string | null
}

export const everything: Filter = { colours: [], tag: null }

export function isNarrowed(filter: Filter): boolean {
  return filter.colours.length > 0 || filter.tag !== null
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

function passes({ colour, tags }: Annotation, filter: Filter): boolean {
  const inColour = filter.colours.length === 0 || filter.colours.includes(colour)
  return inColour && (filter.tag === null || tags.includes(filter.tag))
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
