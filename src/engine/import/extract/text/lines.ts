/** A line as it stands in the file. */
export interface Line {
  /** Without the white space around it. */
  text: string
  /** Columns before the text; a tab leads to the next multiple of four. */
  indent: number
  /** Columns of the text: an East Asian letter takes two. */
  width: number
  /** Counted from 1; form feeds end pages. */
  page: number
  /** How many blank lines stand before it; a form feed counts as none. */
  blanksBefore: number
}

const endOfLine = /\r\n?|[\n\u2028\u2029\v\u0085]/

/** Cuts a text into its lines that are not blank. Says how many pages there are. */
export function readLines(text: string): { lines: Line[]; pages: number } {
  const lines: Line[] = []
  let page = 1
  let blanks = 0
  const hasPages = text.includes('\f')
  const read = (raw: string) => {
    const trimmed = raw.trim()
    if (trimmed === '') {
      blanks++
      return
    }
    const indent = raw.charCodeAt(0) > 0x20 && raw.charCodeAt(0) < 0x80 ? 0 : indentOf(raw)
    lines.push({ text: trimmed, indent, width: widthOf(trimmed), page, blanksBefore: blanks })
    blanks = 0
  }
  for (const raw of text.split(endOfLine)) {
    if (!hasPages || !raw.includes('\f')) {
      read(raw)
      continue
    }
    raw.split('\f').forEach((part, index) => {
      if (index > 0) page++
      if (part.trim() !== '') read(part)
    })
  }
  return { lines, pages: page }
}

function indentOf(raw: string): number {
  let columns = 0
  for (const character of raw) {
    if (character === '\t') columns += 4 - (columns % 4)
    else if (character === '\u3000') columns += 2
    else if (/[ \u00a0\u2000-\u200a]/.test(character)) columns++
    else if (!/[\ufeff\u200b]/.test(character)) break
  }
  return columns
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  // Lines this long were not broken to fit, and how long they are does not matter.
  if (text.length > 400) return text.length
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them.
  if (/^[\x00-\u10ff]*$/.test(text)) return text.length
  return text.length + (text.match(wide)?.length ?? 0)
}
