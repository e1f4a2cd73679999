/** Parsing takes some five seconds for each of so many characters, and memory to match. */
const longestDocument = 3_000_000
/** In characters, and in marks that open or close emphasis: these are matched each with all others of a paragraph. */
const longestParagraph = 150_000
const mostMarks = 4_000
/** How deep quotations and lists may be nested. Each level is looked at again on every line. */
const deepest = 100

/** Whether parsing this Markdown takes no longer than a reader waits, whoever wrote it and what for. */
export function isParsable(markdown: string): boolean {
  return markdown.length <= longestDocument && !isNestedTooDeep(markdown) && !hasEndlessParagraph(markdown)
}

const nestedTooDeep = new RegExp(`^(?:[ \\t]*(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${deepest}}`, 'm')
/** Items nested by their indentation. */
const indentedTooDeep = new RegExp(`^[ \\t]{${deepest * 4}}[ \\t]*(?:[-*+>]|\\d{1,9}[.)])`, 'm')

function isNestedTooDeep(markdown: string): boolean {
  return nestedTooDeep.test(markdown) || indentedTooDeep.test(markdown)
}

/** Lines that begin something else than a paragraph, or end one. */
const opensBlock = /^(?:[ \t]*(?:$|[-+*>#|]|\d{1,9}[.)])| {0,3}(?:```|~~~|\[[^\]]+\]:))/

function hasEndlessParagraph(markdown: string): boolean {
  let length = 0
  let marks = 0
  for (let from = 0; from < markdown.length; ) {
    const newline = markdown.indexOf('\n', from)
    const end = newline < 0 ? markdown.length : newline
    if (end - from > longestParagraph) return true
    const line = markdown.slice(from, end)
    if (opensBlock.test(line)) length = marks = 0
    length += line.length
    marks += countMarks(line)
    if (length > longestParagraph || marks > mostMarks) return true
    from = end + 1
  }
  return false
}

function countMarks(line: string): number {
  let count = 0
  for (let at = 0; at < line.length; at++) {
    const sign = line.charCodeAt(at)
    // `*`, `_`, `~`, `[`, `<` and a backtick, where it is not the same sign again.
    const isMark = sign === 42 || sign === 95 || sign === 126 || sign === 91 || sign === 60 || sign === 96
    if (isMark && (sign === 91 || line.charCodeAt(at - 1) !== sign)) count++
  }
  return count
}
