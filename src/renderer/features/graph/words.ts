/** About how wide words are at 13 px in the interface's letters, in pixels: near enough to break lines by, without a page to measure on. */
export function textWidth(text: string): number {
  let width = 0
  for (const letter of text) {
    const known = widths.get(letter) ?? widthOf(letter)
    widths.set(letter, known)
    width += known
  }
  return width
}

/** Of every letter that was met: asking what a letter is takes longer than adding. */
const widths = new Map<string, number>()

function widthOf(letter: string): number {
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF00-\uFFEF]/u.test(
      letter,
    )
  )
    return 13.5
  if (/\p{M}/u.test(letter)) return 0
  if (/[mwMWЖШЩЮФ@%—]/u.test(letter)) return 11.5
  if (/[iljtfrI.,;:!|'’()[\]]/u.test(letter)) return 4.6
  if (/\s/u.test(letter)) return 4
  return /[\p{Lu}]/u.test(letter) ? 9 : 7.6
}

/**
 * Breaks a label into at most `lines` lines that are no wider than `width`, as `measure` says (characters, if nothing
 * does); what does not fit ends in an ellipsis. Words stay whole where there is room for one.
 */
export function wrapLabel(
  label: string,
  width: number,
  lines: number,
  measure: (text: string) => number = (text) => [...text].length,
): string[] {
  const wrapped: string[] = []
  let line = ''
  for (const word of piecesOf(label, width, measure)) {
    const longer = `${line}${word}`
    if (measure(longer.trimEnd()) <= width || line === '') {
      line = longer
      continue
    }
    if (wrapped.length === lines - 1) return [...wrapped, clip(`${line}${word}`, width, true, measure)]
    wrapped.push(clip(line, width, false, measure))
    line = word
  }
  return [...wrapped, clip(line, width, false, measure)]
}

/** Words with the space behind them. Writing without spaces may be broken anywhere. */
function piecesOf(label: string, width: number, measure: (text: string) => number): string[] {
  const words = label.trim().match(/\S+\s*/gu) ?? ['']
  return words.flatMap((word) =>
    measure(word.trimEnd()) > width &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word)
      ? [...word]
      : [word],
  )
}

function clip(line: string, width: number, more: boolean, measure: (text: string) => number): string {
  const trimmed = line.trimEnd()
  if (!more && measure(trimmed) <= width) return trimmed
  const points = [...trimmed]
  while (points.length > 1 && measure(`${points.join('').trimEnd()}…`) > width) points.pop()
  return `${points.join('').trimEnd()}…`
}
