/** A piece of a BibTeX file: an entry, or a macro that entries may name. */
export interface BibtexPiece {
  /** In lower case: `article`, `string`. */
  type: string
  text: string
}

const begin = /@\s*([a-z]+)\s*([{(])/gi
/** An entry that begins a line: where one stands inside another, that other was never closed. */
const beginsLine = /\n[ \t]*@[a-z]+\s*[{(]\s*[^\s{}(),="]*\s*,/gi

/**
 * Cuts a BibTeX file into its entries, so that a broken one costs only itself. What stands between entries is comment;
 * `@comment` and `@preamble` are left out.
 */
export function splitBibtex(text: string): BibtexPiece[] {
  const pieces: BibtexPiece[] = []
  begin.lastIndex = 0
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    const type = (found[1] ?? '').toLowerCase()
    const inside = begin.lastIndex
    const end = Math.min(closing(text, inside, found[2] ?? '{'), nextEntry(text, inside))
    begin.lastIndex = end
    if (type === 'comment' || type === 'preamble') continue
    pieces.push({ type, text: inBraces(text.slice(found.index, end)) })
  }
  return pieces
}

/** Behind the bracket that closes what opened before `from`; the text's end where there is none. */
function closing(text: string, from: number, opened: string): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '{') depth++
    else if (character === ')' && depth === 0 && opened === '(') return at + 1
    else if (character === '}') {
      if (depth === 0) return at + 1
      depth--
    }
  }
  return text.length
}

/** Entries may stand in round brackets too, which Citation.js does not always expect. */
function inBraces(entry: string): string {
  return entry.replace(/^(@\s*\w+\s*)\(([\s\S]*)\)$/, '$1{$2}')
}

function nextEntry(text: string, from: number): number {
  beginsLine.lastIndex = from
  return beginsLine.exec(text)?.index ?? text.length
}

/** Mends what people break most often: a missing key, comma or last brace. */
export function mendBibtex(entry: string): string {
  const mended = entry
    .replace(/^(@\s*\w+\s*[{(])(\s*\w+\s*=)/, '$1entry,$2')
    .replace(/([}"\d])([ \t]*\n\s*[a-z][\w-]*\s*=\s*[{"\d\w])/gi, '$1,$2')
    .trimEnd()
  const open = [...mended.replace(/\\[\\{}]/g, '')].reduce(
    (depth, character) => depth + (character === '{' ? 1 : character === '}' ? -1 : 0),
    0,
  )
  return open > 0 ? mended + '}'.repeat(open) : mended
}
