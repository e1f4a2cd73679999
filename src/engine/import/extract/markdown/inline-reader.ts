import type { PhrasingContent } from 'mdast'
import type { ExtractedLink } from '../types.ts'
import { cutBlockId, readWikiText } from './dialects.ts'

/** What inlines need to know of the document they stand in. */
export interface InlineContext {
  /** Addresses of reference links by identifier. */
  definitions: ReadonlyMap<string, string>
  /** Notes a reference to a footnote, and gives its number. */
  refer: (identifier: string) => number
  /** The name of the block of a footnote. */
  anchorOf: (identifier: string) => string
  /** Notes a picture or another file that is left out. */
  leaveOut: () => void
}

/** A block's inlines as plain text. Offsets of links are UTF-16, into `text`. */
export interface InlineText {
  text: string
  links: ExtractedLink[]
  /** What pictures are described as. */
  captions: string[]
  /** An Obsidian name of the block. */
  blockId?: string
}

/** Reads inlines: their text, links and pictures. A hard line break becomes `\n`, a soft one a space. */
export function readInlines(nodes: readonly PhrasingContent[], context: InlineContext): InlineText {
  const reader = new InlineReader(context)
  reader.readAll(nodes)
  return reader.result()
}

class InlineReader {
  readonly #context: InlineContext
  #text = ''
  readonly #links: ExtractedLink[] = []
  readonly #captions: string[] = []
  /** Where an `<a href>` of HTML began. */
  #open: { start: number; href: string } | null = null

  constructor(context: InlineContext) {
    this.#context = context
  }

  result(): InlineText {
    const { text, blockId } = cutBlockId(this.#text)
    const read = { text, links: this.#links, captions: this.#captions }
    return blockId === undefined ? read : { ...read, blockId }
  }

  readAll(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.#read(node)
  }

  #read(node: PhrasingContent): void {
    switch (node.type) {
      case 'text':
        this.#text += readWikiText(joinSoftBreaks(node.value), this.#context.leaveOut)
        return
      case 'inlineCode':
        this.#text += node.value
        return
      case 'break':
        this.#text += '\n'
        return
      case 'link':
        this.#link(node.children, node.url)
        return
      case 'linkReference':
        this.#link(node.children, this.#context.definitions.get(node.identifier) ?? '')
        return
      case 'image':
      case 'imageReference':
        this.#context.leaveOut()
        if (node.alt?.trim()) this.#captions.push(node.alt)
        return
      case 'footnoteReference':
        this.#footnote(node.identifier)
        return
      case 'html':
        this.#html(node.value)
        return
      default:
        if ('children' in node) this.readAll(node.children)
    }
  }

  #link(children: readonly PhrasingContent[], href: string): void {
    const start = this.#text.length
    this.readAll(children)
    if (href !== '' && this.#text.length > start) this.#links.push({ start, end: this.#text.length, href })
  }

  #footnote(identifier: string): void {
    const start = this.#text.length
    this.#text += `[${this.#context.refer(identifier)}]`
    this.#links.push({ start, end: this.#text.length, href: `#${this.#context.anchorOf(identifier)}` })
  }

  /** One tag or comment. Its text stands between it and the next, as text of Markdown's. */
  #html(tag: string): void {
    if (/^<br\b/i.test(tag)) this.#text += '\n'
    const href = /^<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag)
    if (href !== null) this.#open = { start: this.#text.length, href: href[1] ?? href[2] ?? href[3] ?? '' }
    if (!/^<\/a/i.test(tag) || this.#open === null) return
    const { start, href: address } = this.#open
    if (this.#text.length > start) this.#links.push({ start, end: this.#text.length, href: address })
    this.#open = null
  }
}

/** Lines of East Asian text are joined without a space between them. */
function joinSoftBreaks(text: string): string {
  if (!text.includes('\n')) return text
  return text
    .replace(
      /(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])\n(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])/g,
      '',
    )
    .replaceAll('\n', ' ')
}
