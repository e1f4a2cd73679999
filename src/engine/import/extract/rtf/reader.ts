import { linkOfField } from '../office/fields.ts'
import type { TitleFinder } from '../office/title.ts'
import { BlockWriter } from '../office/writer.ts'
import { decode, symbols } from './charsets.ts'
import { destinationOf, plainText, type RtfHeader } from './header.ts'
import { Paragraphs } from './paragraphs.ts'
import { type GroupState, initialState, setState } from './state.ts'
import type { Token } from './tokens.ts'
import { characters, skipped, understood } from './words.ts'

/** What a document's parts share while they are read. */
export interface Shared {
  tokens: readonly Token[]
  header: RtfHeader
  title: TitleFinder
  /** How many comments, footnotes and endnotes were met. */
  counts: { comments: number; footnotes: number; endnotes: number }
}

/** Deeper than any person nests, and far from exhausting the stack. */
const deepest = 500

/**
 * Reads a stretch of tokens into a writer. Footnotes, text boxes and comments are read by a reader of their own, later
 * or into a writer of their own.
 */
export class Reader {
  readonly #shared: Shared
  readonly #writer: BlockWriter
  readonly #paragraphs: Paragraphs
  /** Bytes that wait for the rest of their character. */
  #bytes: number[] = []
  #encoding = ''
  /** Characters still to be skipped behind a `\uN`. */
  #skip = 0
  #boxes: [number, number, GroupState][] = []
  #commentAuthor: string | null = null
  #depth: number

  /** @param depth how many groups this reader is inside of already. */
  constructor(shared: Shared, writer: BlockWriter, depth = 0) {
    this.#depth = depth
    this.#shared = shared
    this.#writer = writer
    this.#paragraphs = new Paragraphs(writer, shared.header, shared.title)
  }

  /** Reads tokens `[from, to)`. What is open at the end is ended. */
  read(from: number, to: number, state: GroupState = initialState(this.#shared.header.font)): void {
    this.#walk(from, to, { ...state })
    this.#endParagraph(state)
    this.#paragraphs.finish()
  }

  #walk(from: number, to: number, state: GroupState): void {
    for (let index = from; index < to; index++) {
      const token = this.#shared.tokens[index]
      if (token === undefined) return
      if (token.kind === 'open') {
        this.#flush(state)
        this.#skip = 0
        this.#group(index, token.end, state)
        index = token.end
      } else if (token.kind === 'bytes') this.#take(token.bytes, state)
      else if (token.kind === 'word') this.#word(token.word, token.param, state)
    }
    this.#flush(state)
    this.#skip = 0
  }

  #group(open: number, end: number, outer: GroupState): void {
    const { tokens } = this.#shared
    const word = destinationOf(tokens, open) ?? ''
    const first = tokens[open + 1]
    const isOptional = first?.kind === 'word' && first.word === '*'
    if (skipped.has(word) || (isOptional && !understood.has(word))) return
    if (this.#depth >= deepest) return
    this.#depth++
    this.#destination(word, open, end, { ...outer })
    this.#depth--
  }

  #destination(word: string, open: number, end: number, state: GroupState): void {
    const { tokens, header } = this.#shared
    const text = () => plainText(tokens, open, end, header.encoding).trim()
    switch (word) {
      case 'pict':
        this.#writer.count('images')
        return
      case 'listtext':
      case 'pntext':
      case 'pn':
        this.#paragraphs.listed = true
        return
      case 'bkmkstart':
        this.#writer.name(text())
        return
      case 'field':
        this.#field(open, end, state)
        return
      case 'footnote':
        this.#footnote(open, end)
        return
      case 'upr':
        this.#unicodeAlternative(open, end, state)
        return
      case 'atnauthor':
        this.#commentAuthor = text() || null
        return
      case 'atnref':
        return
      case 'atrfstart':
        this.#writer.startComment(text())
        return
      case 'atrfend':
        this.#writer.endComment(text())
        return
      case 'annotation':
        this.#comment(open, end)
        return
      case 'shptxt':
      case 'dptxbxtext':
        this.#boxes.push([open + 1, end, initialState(header.font)])
        return
    }
    this.#walk(open + 1, end, state)
  }

  #field(open: number, end: number, state: GroupState): void {
    const { tokens, header } = this.#shared
    let href: string | null = null
    for (let index = open + 1; index < end; index++) {
      const token = tokens[index]
      if (token?.kind !== 'open') continue
      const word = destinationOf(tokens, index)
      if (word === 'fldinst') href = linkOfField(plainText(tokens, index, token.end, header.encoding))
      else if (word === 'fldrslt') {
        if (href !== null) this.#writer.openLink(href)
        this.#group(index, token.end, state)
        if (href !== null) this.#writer.closeLink()
      } else this.#group(index, token.end, state)
      index = token.end
    }
  }

  #footnote(open: number, end: number): void {
    const { tokens, counts, header } = this.#shared
    const isEndnote = tokens
      .slice(open, open + 6)
      .some((token) => token.kind === 'word' && token.word === 'ftnalt')
    const label = isEndnote ? `e${++counts.endnotes}` : String(++counts.footnotes)
    this.#paragraphs.begin(initialState(header.font))
    this.#writer.reference(label, () => new Reader(this.#shared, this.#writer).read(open + 1, end))
  }

  #unicodeAlternative(open: number, end: number, state: GroupState): void {
    const { tokens } = this.#shared
    for (let index = open + 1; index < end; index++) {
      const token = tokens[index]
      if (token?.kind !== 'open') continue
      if (destinationOf(tokens, index) === 'ud') this.#walk(index + 1, token.end, { ...state })
      index = token.end
    }
  }

  /** The group holds a reference to the range by its number, unless the comment is on a mere point. */
  #comment(open: number, end: number): void {
    const { tokens, header, counts } = this.#shared
    counts.comments++
    let key = ''
    for (let index = open + 1; index < end; index++) {
      const token = tokens[index]
      if (token?.kind !== 'open') continue
      if (destinationOf(tokens, index) === 'atnref')
        key = plainText(tokens, index, token.end, header.encoding).trim()
      index = token.end
    }
    const inside = new BlockWriter()
    new Reader(this.#shared, inside, this.#depth).read(open + 1, end)
    const lines = inside.finish().blocks.map((block) => block.text.trim())
    const name = key === '' ? `point-${counts.comments}` : key
    this.#writer.comment(name, this.#commentAuthor, lines.filter(Boolean).join('\n'))
    this.#writer.startComment(name)
    this.#writer.endComment(name)
    this.#commentAuthor = null
  }

  #word(word: string, param: number | undefined, state: GroupState): void {
    if (word === 'u') {
      this.#flush(state)
      this.#text(String.fromCharCode((param ?? 0) & 0xffff), state)
      this.#skip = state.fallback
      return
    }
    // Escaped braces are bytes like others: in some encodings the second half of a character.
    if (/^[\\{}]$/.test(word)) {
      this.#take(Uint8Array.of(word.charCodeAt(0)), state)
      return
    }
    this.#flush(state)
    const character = characters.get(word)
    if (this.#skip > 0 && character !== undefined) {
      this.#skip--
      return
    }
    this.#skip = 0
    if (character !== undefined) this.#text(character, state)
    else if (!this.#structure(word, state)) {
      if ((word === 'deleted' || word === 'revised') && param !== 0) this.#writer.count('tracked-changes')
      setState(word, param, state, this.#shared.header.font)
    }
  }

  /** True for a word that ends a paragraph, a cell or a row. */
  #structure(word: string, state: GroupState): boolean {
    switch (word) {
      case 'par':
      case 'sect':
        this.#endParagraph(state)
        return true
      case 'cell':
        this.#endParagraph({ ...state, inTable: true })
        this.#paragraphs.endCell()
        return true
      case 'nestcell':
      case 'nestrow':
        this.#paragraphs.write(' ', state)
        return true
      case 'row':
        this.#paragraphs.endRow()
        return true
      default:
        return false
    }
  }

  #endParagraph(state: GroupState): void {
    this.#flush(state)
    this.#paragraphs.end(state)
    for (const [from, to, own] of this.#boxes.splice(0))
      new Reader(this.#shared, this.#writer, this.#depth + 1).read(from, to, own)
  }

  #take(bytes: Uint8Array, state: GroupState): void {
    const { fonts, encoding } = this.#shared.header
    const own = fonts.get(state.font) ?? encoding
    if (own !== this.#encoding) this.#flush(state)
    this.#encoding = own
    const rest = this.#skip === 0 ? bytes : bytes.subarray(this.#skip)
    this.#skip = Math.max(0, this.#skip - bytes.length)
    // One by one: a text of megabytes is too long for a list of arguments.
    for (const byte of rest) this.#bytes.push(byte)
  }

  #flush(state: GroupState): void {
    if (this.#bytes.length === 0) return
    const bytes = Uint8Array.from(this.#bytes)
    this.#bytes = []
    this.#text(decode(bytes, this.#encoding || symbols), state)
  }

  #text(text: string, state: GroupState): void {
    if (state.deleted) return
    if (state.hidden) this.#writer.count('hidden-text')
    else if (text !== '') this.#paragraphs.write(text, state)
  }
}
