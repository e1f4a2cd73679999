import type {
  Blockquote,
  FootnoteDefinition,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import type { BlockKind } from '#shared/model.ts'
import { htmlToBlocks } from '../html/blocks.ts'
import type { ExtractedBlock } from '../types.ts'
import { readCallout } from './dialects.ts'
import { Footnotes } from './footnotes.ts'
import { type InlineContext, type InlineText, readInlines } from './inline-reader.ts'

/** What a paragraph is where it stands. */
interface Place {
  kind: BlockKind
  level: number
  /** How deep lists are nested here. */
  depth: number
}

const top: Place = { kind: 'paragraph', level: 0, depth: 0 }

/** Reads the blocks of a document's tree, in reading order, its footnotes last. */
export class BlockReader {
  readonly blocks: ExtractedBlock[] = []
  /** How many pictures and other files were left out. */
  leftOut = 0
  readonly #footnotes = new Footnotes()
  readonly #context: InlineContext
  readonly #slugs = new Map<string, number>()

  constructor(definitions: ReadonlyMap<string, string>) {
    this.#context = {
      definitions,
      refer: (identifier) => this.#footnotes.refer(identifier),
      anchorOf: (identifier) => this.#footnotes.anchorOf(identifier),
      leaveOut: () => {
        this.leftOut++
      },
    }
  }

  read(nodes: readonly RootContent[]): void {
    for (const node of nodes) this.#read(node, top)
    const before = this.blocks.length
    const footnotes = this.#footnotes.write((definition) => this.#footnote(definition, before))
    this.blocks.length = before
    this.blocks.push(...footnotes)
  }

  #read(node: RootContent, place: Place): void {
    switch (node.type) {
      case 'heading':
        this.#heading(node.children, node.depth, place)
        return
      case 'paragraph':
        this.#paragraph(node.children, place)
        return
      case 'blockquote':
        this.#quotation(node, place)
        return
      case 'list':
        this.#list(node, place)
        return
      case 'table':
        this.#table(node)
        return
      case 'code':
        for (const text of node.value.split('\n')) this.blocks.push({ kind: 'code', level: 0, text })
        return
      case 'html':
        this.blocks.push(...htmlToBlocks(node.value).blocks)
        return
      case 'footnoteDefinition':
        this.#footnotes.define(node)
    }
  }

  #heading(children: readonly PhrasingContent[], level: number, place: Place): void {
    const inline = readInlines(children, this.#context)
    inline.text = inline.text.replaceAll('\n', ' ')
    const isQuoted = place.kind === 'quotation'
    const block = this.#add(inline, isQuoted ? place : { kind: 'heading', level, depth: 0 })
    if (!isQuoted) block.anchor ??= this.#slug(inline.text)
  }

  #paragraph(children: readonly PhrasingContent[], place: Place): void {
    this.#add(readInlines(children, this.#context), place)
  }

  #quotation({ children }: Blockquote, place: Place): void {
    const inside: Place = { kind: 'quotation', level: 0, depth: place.depth }
    const [first, ...rest] = children
    const opening = first?.type === 'paragraph' ? first.children[0] : undefined
    const callout = opening?.type === 'text' ? readCallout(opening.value) : null
    if (first?.type !== 'paragraph' || opening?.type !== 'text' || callout === null) {
      for (const child of children) this.#read(child, inside)
      return
    }
    if (callout.title !== '') this.blocks.push({ kind: 'quotation', level: 0, text: callout.title })
    this.#paragraph([{ ...opening, value: callout.rest }, ...first.children.slice(1)], inside)
    for (const child of rest) this.#read(child, inside)
  }

  #list({ children }: List, place: Place): void {
    const depth = place.depth + 1
    for (const item of children) this.#item(item, { kind: 'list-item', level: depth, depth }, place)
  }

  /** The first paragraph of an item is the item; what follows in it stands beneath. */
  #item({ children, checked }: ListItem, item: Place, outside: Place): void {
    const beneath: Place = {
      kind: outside.kind === 'list-item' ? 'paragraph' : outside.kind,
      level: 0,
      depth: item.depth,
    }
    children.forEach((child, index) => {
      if (index > 0 || child.type !== 'paragraph') {
        this.#read(child, beneath)
        return
      }
      const inline = readInlines(child.children, this.#context)
      this.#add(typeof checked === 'boolean' ? markTask(inline, checked) : inline, item)
    })
  }

  #table({ children }: Table): void {
    for (const row of children) {
      const joined: InlineText = { text: '', links: [], captions: [] }
      row.children.forEach((cell, index) => {
        const inline = readInlines(cell.children, this.#context)
        if (index > 0) joined.text += ' | '
        const offset = joined.text.length
        joined.text += inline.text.replaceAll('\n', ' ')
        for (const { start, end, href } of inline.links) {
          joined.links.push({ start: start + offset, end: end + offset, href })
        }
        joined.captions.push(...inline.captions)
      })
      this.#add(joined, { kind: 'table-row', level: 0, depth: 0 })
    }
  }

  #footnote(definition: FootnoteDefinition, end: number): ExtractedBlock[] {
    this.blocks.length = end
    for (const child of definition.children) this.#read(child, { kind: 'footnote', level: 0, depth: 0 })
    return this.blocks.slice(end)
  }

  #add({ text, links, captions, blockId }: InlineText, { kind, level }: Place): ExtractedBlock {
    const block: ExtractedBlock = { kind, level, text }
    if (links.length > 0) block.links = links
    if (blockId !== undefined) block.anchor = `^${blockId}`
    this.#footnotes.place(block)
    if (text.trim() !== '') this.blocks.push(block)
    for (const caption of captions) this.blocks.push({ kind: 'caption', level: 0, text: caption })
    return block
  }

  /** The name by which GitHub, and most others, let a heading be linked. */
  #slug(heading: string): string {
    const slug = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-')
    const count = this.#slugs.get(slug) ?? 0
    this.#slugs.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  }
}

/** An item of a task list says whether it is done, as it does in the file. */
function markTask(inline: InlineText, checked: boolean): InlineText {
  const mark = checked ? '[x] ' : '[ ] '
  const links = inline.links.map(({ start, end, href }) => ({
    start: start + mark.length,
    end: end + mark.length,
    href,
  }))
  return { ...inline, text: mark + inline.text, links }
}
