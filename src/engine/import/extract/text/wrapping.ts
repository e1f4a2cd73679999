import { type Line, widthOf } from './lines.ts'
import { isMarked } from './marks.ts'

/** Terminals, mails and typewriters break lines before this column; wider lines are paragraphs. */
const widest = 100
const narrowest = 45
/** Narrow columns are believed only of a text that has many such lines. */
const narrowestColumn = 24
const linesOfColumn = 12

/** Where a text's lines were broken to fit; 0 where they were not. */
export function marginOf(groups: readonly (readonly Line[])[]): number {
  const widths: number[] = []
  let endings = 0
  let wider = 0
  for (const group of groups) {
    const wide = group.filter(({ width }) => width > widest).length
    wider += wide
    if (wide > 0) continue
    for (const line of group.slice(0, -1)) {
      if (isMarked(line.text)) continue
      widths.push(line.width)
      if (endsSentence(line.text)) endings++
    }
  }
  if (widths.length === 0 || wider > widths.length || endings * 2 > widths.length) return 0
  widths.sort((a, b) => a - b)
  const margin = widths[Math.floor((widths.length - 1) * 0.95)] ?? 0
  if (margin >= narrowest) return margin
  const isColumn = margin >= narrowestColumn && widths.length >= linesOfColumn
  return isColumn && endings * 3 < widths.length ? margin : 0
}

/** The margin of some lines without a blank one between them, given that of the whole text; 0 where they were not broken to fit. */
export function marginOfGroup(lines: readonly Line[], ofText: number): number {
  let own = 0
  let endings = 0
  lines.forEach(({ width, text }, index) => {
    if (width > own) own = width
    if (index < lines.length - 1 && endsSentence(text)) endings++
  })
  if (own > widest) return 0
  // Lines that mostly end as sentences do are paragraphs, one each.
  const areSentences = endings * 2 > lines.length - 1
  if (areSentences && (ofText === 0 || lines.length > 3)) return 0
  // Two lines prove little, unless they are set in from a text of wider ones.
  if (ofText === 0 && lines.length < 3 && lines[0]?.indent === 0) return 0
  if (own < (ofText > 0 && ofText < narrowest ? narrowestColumn : narrowest)) return 0
  return Math.max(own, ofText)
}

/** Whether a line was broken off because the next word would not have fitted. */
export function isBroken(line: Line, next: Line, margin: number): boolean {
  if (margin === 0) return false
  // A sentence goes on in small letters, ragged as the lines may be.
  if (line.width * 2 > margin && /^\p{Ll}/u.test(next.text) && !endsSentence(line.text)) return true
  const slack = Math.max(9, margin * 0.2)
  return line.indent + line.width + 1 + firstWordWidth(next.text) > margin - slack
}

function firstWordWidth(text: string): number {
  const end = text.indexOf(' ')
  // Between East Asian letters a line may end anywhere.
  return /^[\u2e80-\u9fff\uf900-\uffef]/.test(text) ? 2 : widthOf(end < 0 ? text : text.slice(0, end))
}

export function endsSentence(text: string): boolean {
  return /[.!?…。！？]["”’»」』)\]]*$/u.test(text)
}

/** Says whether a word occurs in the text that is being read. */
export type IsWord = (word: string) => boolean

const eastAsian = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]'
const betweenEastAsian = new RegExp(`${eastAsian}$`)
const beginsEastAsian = new RegExp(`^${eastAsian}`)
/** First parts of words that keep their hyphen where a line ends with it. */
const keepsHyphen =
  /^(?:self|non|well|long|short|high|low|half|mid|ex|all|ever|much|so|anti|pro|then|vice|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i

/**
 * Joins two lines of one paragraph: with a space; without one between East Asian letters; and where a word was divided,
 * without its hyphen, unless the text has the word with it elsewhere.
 */
export function joinLines(line: string, next: string, isWord: IsWord): string {
  const last = line.charCodeAt(line.length - 1)
  if (last === 0xad) return line.slice(0, -1) + next
  if (last === 0x2d || last === 0x2010) return joinDivided(line, next, isWord)
  if (last >= 0x2e80 && betweenEastAsian.test(line) && beginsEastAsian.test(next)) return line + next
  return `${line} ${next}`
}

function joinDivided(line: string, next: string, isWord: IsWord): string {
  const before = /(\p{L}[\p{L}\p{M}'’]*)[-\u2010]$/u.exec(line)?.[1]
  const after = /^\p{L}[\p{L}\p{M}]*/u.exec(next)?.[0]
  if (before === undefined) return /\d[-\u2010]$/.test(line) ? line + next : `${line} ${next}`
  if (after === undefined) return line + next
  // “pre- and post-war”: the hyphen hangs, and nothing was divided.
  if (/^(?:and|or|und|oder|bis|et|ou|y|o|e|en|of|och|og|eller)$/.test(after)) return `${line} ${next}`
  if (isWord(before + after) && !isName(after)) return line.slice(0, -1) + next
  const keeps = isName(after) || isWord(`${before}-${after}`) || keepsHyphen.test(before)
  return keeps ? line + next : line.slice(0, -1) + next
}

/** Whether a word begins with a capital, as in `post-Soviet`; shouting does not count. */
function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && word !== word.toUpperCase()
}

/** A test for words of a text, which reads the text only when it is first asked. */
export function wordsOf(text: string): IsWord {
  let words: Set<string> | undefined
  return (word) => {
    words ??= new Set(
      text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*(?:-\p{L}[\p{L}\p{M}'’]*)*(?![\p{L}-])/gu) ?? [],
    )
    return words.has(word.toLowerCase())
  }
}
