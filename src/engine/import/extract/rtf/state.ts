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
function plainParagraph() {
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

/** Remembers what a control word says of the text behind it; `font` is the document's usual one. */
export function setState(word: string, param: number | undefined, state: GroupState, font: number): void {
  switch (word) {
    case 'pard':
      Object.assign(state, plainParagraph())
      break
    case 'plain':
      Object.assign(state, { font: font, hidden: false })
      break
    case 'f':
      state.font = param ?? font
      break
    case 'uc':
      state.fallback = Math.min(100, Math.max(0, param ?? 1))
      break
    case 'v':
      state.hidden = param !== 0
      break
    case 'deleted':
      state.deleted = param !== 0
      break
    case 's':
      state.style = param
      break
    case 'outlinelevel':
      state.outline = param
      break
    case 'intbl':
      state.inTable = param !== 0
      break
    case 'ls':
      state.list = param ?? 0
      break
    case 'ilvl':
      state.listLevel = param ?? 0
      break
    case 'li':
      state.indent = param ?? 0
      break
    case 'fi':
      state.firstIndent = param ?? 0
      break
  }
}
