/** Text as it may stand in an XML document: markup escaped, and what XML has no way to say left out. */
export function xml(words: string): string {
  return (
    words
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}

interface TextStyle {
  size: number
  weight?: number
  fill?: string
  anchor?: 'middle'
}

export function text(words: string, x: number, y: number, { size, weight, fill, anchor }: TextStyle): string {
  const style = [
    `font-size="${size}"`,
    weight === undefined ? '' : ` font-weight="${weight}"`,
    fill === undefined ? '' : ` fill="${fill}"`,
    anchor === undefined ? '' : ` text-anchor="${anchor}"`,
  ].join('')
  return `<text x="${x}" y="${y}" ${style}>${xml(words)}</text>`
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string): string {
  return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${stroke}"/>`
}

export function group(parts: readonly string[]): string {
  return `<g>${parts.join('')}</g>`
}

/** In px, guessed a little too wide rather than too narrow: which font will draw it, nobody knows. */
export function widthOf(words: string, size: number): number {
  let width = 0
  for (const letter of words)
    width += wide.test(letter) ? size : narrow.test(letter) ? size * 0.32 : size * 0.58
  return width
}

const wide =
  /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F000}-\u{3FFFF}MWmw@%]/u
const narrow = /[\sijltfI.,:;'’|!()[\]-]/u

/** As much of the words as fits `width` px on one line, with `…` where some are left out. */
export function shorten(words: string, width: number, size: number): string {
  if (widthOf(words, size) <= width) return words
  const letters = [...words]
  while (letters.length > 0 && widthOf(`${letters.join('')}…`, size) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** The words in up to `most` lines of `width` px, broken between words, or inside one that is longer than a line. */
export function wrap(words: string, width: number, size: number, most: number): string[] {
  const lines: string[] = []
  let current = ''
  const rest = words.trim().split(/\s+/)
  while (rest.length > 0) {
    const next = rest[0] ?? ''
    const longer = current === '' ? next : `${current} ${next}`
    if (widthOf(longer, size) <= width) {
      current = longer
      rest.shift()
    } else if (current === '') {
      const fitting = fittingLetters(next, width, size)
      lines.push(fitting)
      rest[0] = next.slice(fitting.length)
    } else {
      lines.push(current)
      current = ''
    }
    if (lines.length === most - 1)
      return [...lines, shorten([current, ...rest].filter(Boolean).join(' '), width, size)].filter(Boolean)
  }
  return current === '' ? lines : [...lines, current]
}

/** At least one letter, so that it comes to an end. */
function fittingLetters(word: string, width: number, size: number): string {
  const letters = [...word]
  while (letters.length > 1 && widthOf(letters.join(''), size) > width) letters.pop()
  return letters.join('')
}
