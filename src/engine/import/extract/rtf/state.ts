/** What a group hands on to the groups in it. */
export interface GroupState {
  font: number
  /** How many characters stand behind each `\uN` for readers without Unicode. */
  fallback: number
  hidden: boolean
  deleted: boolean
  /** Of the paragraph. */
  style: number | undefined
  outline: number | undefined
  inTable: boolean
  list: number
  listLevel: number
  /** In twips. */
  indent: number
  firstIndent: number
}

export function initialState(font: number): GroupState {
  return { font, fallback: 1, hidden: false, deleted: false, ...plainParagraph() }
}

/** What `\pard` makes of a paragraph. */
export function plainParagraph() {
  return {
    style: undefined,
    outline: undefined,
    inTable: false,
    list: 0,
    listLevel: 0,
    indent: 0,
    firstIndent: 0,
  }
}
