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

/** The annotations that pass, in the order of the text: longer first where they start together. */
export function filtered(annotations: readonly Annotation[], filter: Filter): Annotation[] {
  return annotations
    .filter(({ colour }) => filter.colours.length === 0 || filter.colours.includes(colour))
    .filter(({ tags }) => filter.tag === null || tags.includes(filter.tag))
    .sort((a, b) => a.start - b.start || b.end - a.end)
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
