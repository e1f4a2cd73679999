import type { Block } from '#shared/model.ts'

/** A heading of a text, as its table of contents lists it. */
export interface Heading {
  title: string
  start: number
  end: number
  /** From 0, without the levels that a text leaves out. */
  depth: number
}

/**
 * The headings of a text in order, without the `title` that stands at its head. A text whose headings are of levels 2 and
 * 4 alone has the depths 0 and 1.
 */
export function headingsOf(text: string, blocks: readonly Block[], title: string): Heading[] {
  const headings = blocks.filter(
    ({ kind, start, end }, index) => kind === 'heading' && !(index === 0 && text.slice(start, end) === title),
  )
  const levels = [...new Set(headings.map(({ level }) => level))].sort((a, b) => a - b)
  return headings.map(({ start, end, level }) => ({
    title: text.slice(start, end),
    start,
    end,
    depth: levels.indexOf(level),
  }))
}

/** The index of the heading under which `offset` stands; -1 before the first. */
export function headingAt(headings: readonly Heading[], offset: number): number {
  return headings.findLastIndex(({ start }) => start <= offset)
}
