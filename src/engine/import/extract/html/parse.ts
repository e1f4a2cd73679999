import { Tokenizer } from 'htmlparser2'
import { CrossreadError } from '#shared/errors.ts'
import {
  breaksOutOfForeign,
  closedByOpening,
  inForeign,
  isForeign,
  scopeBarriers,
  voidElements,
} from './syntax.ts'
import { type HtmlElement, newElement, noAttributes } from './tree.ts'

/** Elements below this depth become siblings, as in Chromium; so whoever walks the tree may do it by recursion. */
const deepest = 512
/** More than any page for reading has; a tree of so many takes about half of what a worker may use. */
const mostElements = 1_000_000
/** Attribute values longer than this are pictures and programs. */
const longestAttribute = 20_000

/**
 * Parses any HTML, however broken, into a tree no deeper than 512 elements. Nothing is run or loaded; the time is linear
 * in the length. htmlparser2 finds tags and entities; how they nest is decided here, because its own parser, and every
 * DOM library, takes quadratic time for deep nesting.
 * Throws `file_unreadable` for a page with more than a million elements.
 */
export function parseHtml(html: string): HtmlElement {
  const builder = new TreeBuilder(html)
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder)
  tokenizer.write(html)
  tokenizer.end()
  return builder.root
}

/** Receives tokens, as offsets into the page, and grows the tree. */
class TreeBuilder {
  readonly root = newElement('#document', null)
  readonly #html: string
  readonly #open: HtmlElement[] = [this.root]
  /** Elements that were too deep to be opened, by name: their end tags close nothing. */
  readonly #tooDeep = new Map<string, number>()
  /** Where in `#open` the outermost drawing or formula stands; 0 while there is none. */
  #foreignFrom = 0
  #elements = 0
  #text: string[] = []
  #tag: HtmlElement | null = null
  #attribute = ''
  #value: string[] = []

  constructor(html: string) {
    this.#html = html
  }

  ontext(start: number, end: number): void {
    this.#text.push(this.#html.slice(start, end))
  }

  ontextentity(codePoint: number): void {
    this.#text.push(character(codePoint))
    // Millions of entities in a row would otherwise be an array of millions.
    if (this.#text.length > 10_000) this.#text = [this.#text.join('')]
  }

  oncdata(start: number, end: number, endOffset: number): void {
    if (this.isInForeignContext()) this.ontext(start, end - endOffset)
  }

  onopentagname(start: number, end: number): void {
    this.#flushText()
    const name = this.#html.slice(start, end).toLowerCase()
    this.#closeForeign(name)
    this.#closeImplied(name)
    this.#tag = newElement(name, null)
    this.#elements += 1
    if (this.#elements > mostElements) {
      throw new CrossreadError(
        'file_unreadable',
        'This page has more than a million elements, which is more than Crossread reads. Split it and import the parts.',
      )
    }
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase()
  }

  onattribdata(start: number, end: number): void {
    if (end - start < longestAttribute) this.#value.push(this.#html.slice(start, end))
  }

  onattribentity(codePoint: number): void {
    if (this.#value.length < longestAttribute) this.#value.push(character(codePoint))
  }

  onattribend(): void {
    const tag = this.#tag
    if (tag !== null && !(this.#attribute in tag.attributes)) {
      if (tag.attributes === noAttributes) tag.attributes = Object.create(null)
      tag.attributes[this.#attribute] =
        this.#value.length === 1 ? (this.#value[0] ?? '') : this.#value.join('')
    }
    this.#value = []
  }

  onopentagend(): void {
    this.#append(false)
  }

  onselfclosingtag(): void {
    this.#append(this.isInForeignContext() || isForeign(this.#tag?.name ?? ''))
  }

  onclosetag(start: number, end: number): void {
    this.#flushText()
    const name = this.#html.slice(start, end).toLowerCase()
    const tooDeep = this.#tooDeep.get(name) ?? 0
    if (tooDeep > 0) this.#tooDeep.set(name, tooDeep - 1)
    else if (name === 'br') this.#current.children.push(newElement('br', this.#current))
    else this.#close(name)
  }

  onend(): void {
    this.#flushText()
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  isInForeignContext(): boolean {
    return inForeign(this.#current)
  }

  get #current(): HtmlElement {
    return this.#open.at(-1) ?? this.root
  }

  #flushText(): void {
    if (this.#text.length === 0) return
    this.#current.children.push(this.#text.length === 1 ? (this.#text[0] ?? '') : this.#text.join(''))
    this.#text = []
  }

  #append(closed: boolean): void {
    const tag = this.#tag
    this.#tag = null
    if (tag === null) return
    tag.parent = this.#current
    this.#current.children.push(tag)
    if (closed || voidElements.has(tag.name)) return
    if (isForeign(tag.name) && this.#foreignFrom === 0) this.#foreignFrom = this.#open.length
    if (this.#open.length < deepest) this.#open.push(tag)
    else this.#tooDeep.set(tag.name, (this.#tooDeep.get(tag.name) ?? 0) + 1)
  }

  /** A paragraph inside a drawing ends the drawing: without this, one that was never closed would hide all that follows. */
  #closeForeign(name: string): void {
    if (this.#foreignFrom === 0) return
    if (this.#open.length <= this.#foreignFrom) this.#foreignFrom = 0
    else if (breaksOutOfForeign.has(name) && this.isInForeignContext()) {
      this.#open.length = this.#foreignFrom
      this.#foreignFrom = 0
    }
  }

  /** Closes what a start tag closes, such as an open paragraph before a heading. */
  #closeImplied(name: string): void {
    const rule = closedByOpening.get(name)
    if (rule === undefined) return
    for (let index = this.#open.length - 1; index > 0; index--) {
      const open = this.#open[index]?.name ?? ''
      if (rule.closes.has(open)) {
        this.#open.length = index
        if (!rule.repeatedly) return
      } else if (rule.within.has(open)) return
    }
  }

  #close(name: string): void {
    const barriers = scopeBarriers(name)
    for (let index = this.#open.length - 1; index > 0; index--) {
      const open = this.#open[index]
      if (open?.name === name) {
        this.#open.length = index
        return
      }
      if (open !== undefined && barriers.has(open.name)) {
        if (name === 'a') this.#unlink(index)
        return
      }
    }
  }

  /** The end tag of a link that a block was opened in: without this, all that follows would be the link's text. */
  #unlink(from: number): void {
    for (let index = from - 1; index > 0; index--) {
      const open = this.#open[index]
      if (open?.name !== 'a') continue
      open.name = 'span'
      return
    }
  }
}

function character(codePoint: number): string {
  return codePoint > 0x10ffff ? '\ufffd' : String.fromCodePoint(codePoint)
}
