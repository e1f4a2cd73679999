import type { Annotation } from '#shared/model.ts'

export const columnIds = [
  'colour',
  'quote',
  'comment',
  'tags',
  'source',
  'author',
  'links',
  'created',
  'changed',
] as const
export type ColumnId = (typeof columnIds)[number]

/** The least width of each column in px, and how many shares of what is left it takes: words to read take most. */
export const widths: Record<ColumnId, { least: number; share: number }> = {
  colour: { least: 100, share: 0 },
  quote: { least: 200, share: 3 },
  comment: { least: 130, share: 2 },
  tags: { least: 90, share: 1 },
  source: { least: 120, share: 1.4 },
  author: { least: 84, share: 0 },
  links: { least: 56, share: 0 },
  created: { least: 98, share: 0 },
  changed: { least: 98, share: 0 },
}

/** The columns as tracks of a CSS grid behind a first one of `first` px, and what they need at least in px. */
export function tracksOf(columns: readonly ColumnId[], first: number): { template: string; least: number } {
  const tracks = columns.map((column) => {
    const { least, share } = widths[column]
    return share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`
  })
  const least = columns.reduce((sum, column) => sum + widths[column].least, first)
  return { template: [`${first}px`, ...tracks].join(' '), least }
}

/** What the cells say that does not stand in the annotation itself. */
export interface Words {
  colour(annotation: Annotation): string
  source(annotation: Annotation): string
  author(annotation: Annotation): string
  date(iso: string): string
}

/** What a cell says, as text. */
export function cellText(annotation: Annotation, column: ColumnId, words: Words): string {
  if (column === 'colour') return words.colour(annotation)
  if (column === 'quote') return annotation.quote
  if (column === 'comment') return annotation.commentText
  if (column === 'tags') return annotation.tags.join(', ')
  if (column === 'source') return words.source(annotation)
  if (column === 'author') return words.author(annotation)
  if (column === 'links') return String(annotation.links)
  return words.date(column === 'created' ? annotation.createdAt : annotation.updatedAt)
}

export interface Sort {
  column: ColumnId
  descending: boolean
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
/** Two texts that agree for so long stay as they were. */
const compared = 120

/**
 * A copy in the order of a column; with null, and among equals, in the order they came. Colours go by the order of their
 * keys, dates and counts by their value. What is empty comes last, whichever way the order runs.
 */
export function sorted(
  annotations: readonly Annotation[],
  sort: Sort | null,
  words: Words,
  colourOrder: readonly string[],
): readonly Annotation[] {
  if (sort === null) return annotations
  const { column, descending } = sort
  const keyed = annotations.map((annotation) => ({
    annotation,
    key: keyOf(annotation, column, words, colourOrder),
  }))
  keyed.sort((a, b) => {
    if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '')
    const order = compare(a.key, b.key, column)
    return descending ? -order : order
  })
  return keyed.map(({ annotation }) => annotation)
}

function keyOf(
  annotation: Annotation,
  column: ColumnId,
  words: Words,
  colourOrder: readonly string[],
): string | number {
  if (column === 'colour') return colourOrder.indexOf(annotation.colour)
  if (column === 'links') return annotation.links
  if (column === 'created') return annotation.createdAt
  if (column === 'changed') return annotation.updatedAt
  return cellText(annotation, column, words).slice(0, compared)
}

function compare(a: string | number, b: string | number, column: ColumnId): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  // Dates are written so that the order of their characters is theirs.
  if (column === 'created' || column === 'changed') return a < b ? -1 : Number(a > b)
  return collator.compare(String(a), String(b))
}
