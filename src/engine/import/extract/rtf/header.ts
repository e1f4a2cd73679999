import { roleOfStyle, type StyleRole } from '../office/style-names.ts'
import { charsetEncoding, codePageEncoding, decode } from './charsets.ts'
import type { Token } from './tokens.ts'

/** What stands before the text: encodings of fonts, what styles mean, and the document's properties. */
export interface RtfHeader {
  /** Of bytes in a font that does not say. */
  encoding: string
  /** The font of text that names none. */
  font: number
  fonts: Map<number, string>
  styles: Map<number, StyleRole>
  info: Map<string, string>
  /** ISO 8601. */
  created: string | undefined
}

/** Reads the header's tables, wherever they stand in the file. */
export function readHeader(tokens: readonly Token[]): RtfHeader {
  const header: RtfHeader = {
    encoding: 'cp1252',
    font: 0,
    fonts: new Map(),
    styles: new Map(),
    info: new Map(),
    created: undefined,
  }
  readEncoding(tokens, header)
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    const table = token?.kind === 'open' ? tables.get(destinationOf(tokens, index)) : undefined
    if (token?.kind !== 'open' || table === undefined) continue
    table(tokens, index, token.end, header)
    index = token.end
  }
  return header
}

type ReadTable = (tokens: readonly Token[], from: number, to: number, header: RtfHeader) => void
const tables = new Map<string | undefined, ReadTable>([
  ['fonttbl', readFonts],
  ['stylesheet', readStyles],
  ['info', readInfo],
])

/** The control word that says what a group is, behind the `\*` of those that older readers may skip. */
export function destinationOf(tokens: readonly Token[], open: number): string | undefined {
  const first = tokens[open + 1]
  const token = first?.kind === 'word' && first.word === '*' ? tokens[open + 2] : first
  return token?.kind === 'word' ? token.word : undefined
}

/** The words of a group and what is in it, without groups inside that older readers may skip. */
export function plainText(tokens: readonly Token[], from: number, to: number, encoding: string): string {
  let text = ''
  let skip = 0
  for (let index = from; index < to; index++) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.kind === 'open' && isOptional(tokens, index) && index > from) index = token.end
    else if (token.kind === 'bytes') {
      text += decode(token.bytes.subarray(skip), encoding)
      skip = Math.max(0, skip - token.bytes.length)
    } else if (token.kind === 'word') {
      if (token.word === 'u') {
        text += String.fromCharCode((token.param ?? 0) & 0xffff)
        skip = 1
      } else if (/^[\\{}]$/.test(token.word)) text += token.word
    }
  }
  return text
}

function isOptional(tokens: readonly Token[], open: number): boolean {
  const first = tokens[open + 1]
  return first?.kind === 'word' && first.word === '*'
}

function readEncoding(tokens: readonly Token[], header: RtfHeader): void {
  for (const token of tokens.slice(0, 200)) {
    if (token.kind !== 'word') continue
    if (token.word === 'ansicpg') header.encoding = codePageEncoding(token.param ?? 0) ?? header.encoding
    else if (token.word === 'mac') header.encoding = 'macroman'
    else if (token.word === 'pc') header.encoding = 'cp437'
    else if (token.word === 'pca') header.encoding = 'cp850'
    else if (token.word === 'deff') header.font = token.param ?? 0
  }
}

function readFonts(tokens: readonly Token[], from: number, to: number, header: RtfHeader): void {
  let font = 0
  for (let index = from + 1; index < to; index++) {
    const token = tokens[index]
    if (token?.kind === 'open' && isOptional(tokens, index)) index = token.end
    if (token?.kind !== 'word') continue
    if (token.word === 'f') font = token.param ?? 0
    const encoding =
      token.word === 'fcharset'
        ? charsetEncoding(token.param ?? 0)
        : token.word === 'cpg'
          ? codePageEncoding(token.param ?? 0)
          : undefined
    if (encoding !== undefined) header.fonts.set(font, encoding)
  }
}

function readStyles(tokens: readonly Token[], from: number, to: number, header: RtfHeader): void {
  const bases = new Map<number, number>()
  for (let index = from + 1; index < to; index++) {
    const token = tokens[index]
    if (token?.kind !== 'open') continue
    const inside = tokens.slice(index, token.end)
    const param = (word: string) =>
      inside.find((each): each is Token & { kind: 'word' } => each.kind === 'word' && each.word === word)
        ?.param
    const name = plainText(tokens, index, token.end, header.encoding).replace(/;\s*$/, '').trim()
    const isParagraph = !inside.some(
      (each) => each.kind === 'word' && (each.word === 'cs' || each.word === 'ts'),
    )
    const style = param('s') ?? 0
    const outline = param('outlinelevel')
    const role = roleOfStyle(name) ?? outlineRole(outline)
    if (isParagraph && role !== null) header.styles.set(style, role)
    else if (isParagraph) bases.set(style, param('sbasedon') ?? 0)
    index = token.end
  }
  for (const [style, base] of bases) inherit(style, base, bases, header)
}

function inherit(style: number, base: number, bases: Map<number, number>, header: RtfHeader): void {
  let next: number | undefined = base
  for (let step = 0; step < 20 && next !== undefined; step++) {
    const role = header.styles.get(next)
    if (role !== undefined) {
      header.styles.set(style, role)
      return
    }
    next = bases.get(next)
  }
}

/** `\outlinelevel` counts headings from 0; 9 is body text. */
export function outlineRole(outline: number | undefined): StyleRole | null {
  if (outline === undefined || outline < 0 || outline > 8) return null
  return { kind: 'heading', level: Math.min(6, outline + 1) }
}

const known = new Set(['title', 'author', 'subject', 'keywords', 'doccomm'])

function readInfo(tokens: readonly Token[], from: number, to: number, header: RtfHeader): void {
  for (let index = from + 1; index < to; index++) {
    const token = tokens[index]
    if (token?.kind !== 'open') continue
    const word = destinationOf(tokens, index)
    if (word === 'upr') continue
    if (word !== undefined && known.has(word))
      header.info.set(word, plainText(tokens, index, token.end, header.encoding))
    if (word === 'creatim') header.created = dateOf(tokens.slice(index, token.end))
    index = token.end
  }
}

function dateOf(tokens: readonly Token[]): string | undefined {
  const part = (name: string) => {
    const found = tokens.find((token) => token.kind === 'word' && token.word === name)
    return found?.kind === 'word' ? found.param : undefined
  }
  const [year, month, day] = [part('yr'), part('mo'), part('dy')]
  if (!year || !month || !day) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
