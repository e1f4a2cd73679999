/**
 * What the steps of reading a PDF hand to each other. Lengths are in PDF's points, positions in a page turned upright:
 * x grows to the right, y downwards, and a text's `y` is its baseline.
 */

export interface FontFacts {
  bold: boolean
  italic: boolean
  monospaced: boolean
}

/** A piece of text that pdf.js found in one go: one font, one baseline, no wide gap inside. */
export interface Run {
  text: string
  x0: number
  x1: number
  y: number
  size: number
  font: FontFacts
  rightToLeft: boolean
  /** White space stood before it or after it in the page's own code. */
  spaceBefore: boolean
  spaceAfter: boolean
  /** The marked content it belongs to, for tagged documents. */
  mark: string | null
  /** Raised or lowered beside bigger text. */
  shift: 'none' | 'super' | 'sub'
}

/** Runs side by side on one baseline: a line of a column, or a cell of a table. */
export interface Line {
  runs: Run[]
  x0: number
  x1: number
  y: number
  /** Of most of its letters. */
  size: number
  /** Whether all of its letters are bold. */
  bold: boolean
  monospaced: boolean
  page: number
}

/** A point of the page as pdf.js gives it, turned to where the page's text stands in `PageText`. */
export type Place = (x: number, y: number) => { x: number; y: number }

export interface Rectangle {
  x0: number
  y0: number
  x1: number
  y1: number
}

export interface PageLink {
  href: string
  areas: Rectangle[]
}

/** What was filled into a field of a form. */
export interface PageField {
  text: string
  area: Rectangle
}

/** A reader's note or highlight with words to it. */
export interface PageComment {
  author: string | null
  text: string
  areas: Rectangle[]
}

/** Marked content in the order and under the roles that a tagged document gives it. */
export interface Tag {
  role: string
  /** Ids of marked content directly in it, and tags below it, in order. */
  children: (string | Tag)[]
}

export interface PageText {
  /** Counted from 1. */
  number: number
  width: number
  height: number
  runs: Run[]
  /** Texts that stand at an angle to the others. */
  tilted: string[]
  links: PageLink[]
  comments: PageComment[]
  tags: Tag | null
}

export type DraftKind =
  | 'paragraph'
  | 'heading'
  | 'list-item'
  | 'table-row'
  | 'caption'
  | 'footnote'
  | 'code'
  | 'quotation'

/** A block before its text is put together. */
export interface Draft {
  kind: DraftKind
  level: number
  page: number
  /** A table row has its cells here, each of one or more lines; everything else has one entry. */
  cells: Line[][]
  /** The column it stands in, for questions of indent and fullness. */
  frame: Frame
}

/** The measures of the column that a draft stands in. */
export interface Frame {
  left: number
  right: number
  /** Where most of its lines begin. */
  base: number
}

/** Where a part of a block's text stands on its page. */
export interface Piece {
  start: number
  end: number
  page: number
  run: Run
}

/** All lines of a draft in order. */
export function linesOf(draft: Draft): Line[] {
  return draft.cells.flat()
}

/** The middle one of some numbers by weight; 0 for none. */
export function weightedMedian(values: readonly { value: number; weight: number }[]): number {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  let seen = 0
  for (const { value, weight } of sorted) {
    seen += weight
    if (seen * 2 >= total) return value
  }
  return 0
}
