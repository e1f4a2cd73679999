export const objectKinds = ['source', 'annotation', 'claim', 'note'] as const
export type ObjectKind = (typeof objectKinds)[number]

export interface ObjectRef {
  kind: ObjectKind
  id: string
}

export const colours = ['yellow', 'red', 'green', 'blue', 'purple', 'magenta', 'orange', 'grey'] as const
/** The eight annotation colours in the order of their keys 1-8. */
export type Colour = (typeof colours)[number]

export const claimStatuses = ['open', 'supported', 'contested', 'refuted', 'unverifiable'] as const
export type ClaimStatus = (typeof claimStatuses)[number]

export const anchorStates = ['exact', 'moved', 'changed', 'lost'] as const
/** What became of an annotation when its source's text changed. */
export type AnchorState = (typeof anchorStates)[number]

export const blockKinds = [
  'paragraph',
  'heading',
  'list-item',
  'quotation',
  'table-row',
  'caption',
  'footnote',
  'code',
] as const
/** What a block is. A table row's cells are joined by ` | `; of code, every line is a block. */
export type BlockKind = (typeof blockKinds)[number]

export const confidences = ['low', 'medium', 'high'] as const
export type Confidence = (typeof confidences)[number]

/** A serialised Lexical editor state. */
export interface RichText {
  root: { type: 'root'; children: RichTextNode[]; [key: string]: unknown }
}
export interface RichTextNode {
  type: string
  [key: string]: unknown
}

/**
 * A CSL-JSON date: `[[2025]]`, `[[2025, 5]]` or `[[2025, 5, 23]]`; partial dates stay partial. Two are a range, which has
 * no end yet where the second is `[0]`. None are there where only `literal` is known.
 */
export interface CslDate {
  'date-parts': number[][]
  /** It is about then. */
  circa?: boolean
  /** Spring, summer, autumn or winter of the year, 1 to 4. */
  season?: number
  /** Words that are no date, such as `in press`. */
  literal?: string
}
export interface CslName {
  family?: string
  given?: string
  literal?: string
}
