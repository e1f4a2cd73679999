import type { ExtractedBlock } from '../types.ts'
import type { Addresses } from './addresses.ts'
import { Anchors } from './anchors.ts'
import { type Context, changeOf, type Item, isBlock, itemOf, partsOf } from './context.ts'
import { Inline, linksWithin } from './inline.ts'
import { formulaText, isBackLink, isNoteReference, pictureText, raised } from './inline-text.ts'
import { columnsOf, isDataTable, rowSpanOf, rowsOf } from './tables.ts'
import { attribute, elementsIn, type HtmlElement, textOf } from './tree.ts'
import { isUnread } from './visible.ts'

/** From here on spans are not filled up: of so wide a table nobody counts the columns. */
const widestRow = 100

/** Walks a tree once and writes blocks. Its recursion is as deep as the tree, which the parser keeps to 512. */
export class BlockReader {
  readonly #root: HtmlElement
  readonly #addresses: Addresses
  readonly #anchors: Anchors
  readonly #blocks: ExtractedBlock[] = []
  #inline = new Inline()
  #item: Item | null = null

  constructor(root: HtmlElement, addresses: Addresses, keepAnchor: (name: string) => boolean = () => false) {
    this.#root = root
    this.#addresses = addresses
    this.#anchors = new Anchors(root, addresses, keepAnchor)
  }

  read(): ExtractedBlock[] {
    const context: Context = {
      kind: 'paragraph',
      level: 0,
      listDepth: 0,
      footnotes: false,
      preformatted: 'no',
    }
    this.#children(this.#root, context)
    this.#flush(context)
    this.#anchors.joinTo(this.#blocks)
    return this.#blocks
  }

  #children(element: HtmlElement, context: Context): void {
    for (const child of element.children) {
      if (typeof child === 'object') this.#element(child, context)
      else if (context.preformatted === 'no') this.#inline.add(child)
      else this.#inline.addPreserved(child)
    }
  }

  #element(element: HtmlElement, context: Context): void {
    if (element.name === 'br') this.#inline.breakLine()
    else if (element.name === 'img') this.#inline.add(pictureText(element))
    else if (element.name === 'math') this.#formula(element, context)
    else if (!isUnread(element)) {
      if (isBlock(element)) this.#block(element, context)
      else this.#run(element, context)
    }
  }

  /** A run of text within a block. */
  #run(element: HtmlElement, context: Context): void {
    this.#anchors.meet(element)
    if (element.name === 'a' && 'href' in element.attributes) this.#link(element, context)
    else if (element.name === 'sup' || element.name === 'sub') this.#raised(element, context)
    else if (element.name === 'q') this.#quoted(element, context)
    else this.#children(element, context)
  }

  #link(element: HtmlElement, context: Context): void {
    if (isBackLink(element)) return
    const href = this.#addresses.resolve(attribute(element, 'href'))
    this.#inline.openLink(href)
    if (href?.startsWith('#') && isNoteReference(element)) this.#inline.add(`[${textOf(element).trim()}]`)
    else this.#children(element, context)
    this.#inline.closeLink()
  }

  #raised(element: HtmlElement, context: Context): void {
    const text = raised(element)
    if (text === null) this.#children(element, context)
    else this.#inline.add(text)
  }

  #quoted(element: HtmlElement, context: Context): void {
    this.#inline.add('“')
    this.#children(element, context)
    this.#inline.add('”')
  }

  #formula(element: HtmlElement, context: Context): void {
    const text = formulaText(element)
    if (text === '') this.#children(element, context)
    else this.#inline.add(text)
  }

  #block(element: HtmlElement, context: Context): void {
    this.#flush(context)
    this.#anchors.meet(element)
    const inside = { ...context, ...changeOf(element, context) }
    if (element.name === 'table' && isDataTable(element)) this.#table(element, inside)
    else if (element.name === 'ol' || element.name === 'ul') this.#list(element, inside)
    else {
      if (/^(?:li|dt|dd)$/.test(element.name)) this.#item = itemOf(element, inside, '', null)
      this.#children(element, inside)
      this.#flush(inside)
    }
    if (/^(?:li|dt|dd)$/.test(element.name)) this.#item = null
  }

  #list(list: HtmlElement, context: Context): void {
    let number = Number.parseInt(attribute(list, 'start'), 10) || 1
    for (const child of list.children) {
      if (typeof child === 'string') this.#inline.add(child)
      else if (child.name !== 'li') this.#element(child, context)
      else if (!isUnread(child)) {
        this.#flush(context)
        this.#anchors.meet(child)
        const mark = context.footnotes && list.name === 'ol' ? `[${number}] ` : ''
        number += 1
        this.#item = itemOf(child, context, mark, mark === '' ? null : this.#backOf(child))
        this.#children(child, context)
        this.#flush(context)
        this.#item = null
      }
    }
    this.#flush(context)
  }

  #backOf(note: HtmlElement): string | null {
    for (const element of elementsIn(note)) {
      if (element.name === 'a' && isBackLink(element))
        return this.#addresses.resolve(attribute(element, 'href'))
    }
    return null
  }

  #table(table: HtmlElement, context: Context): void {
    for (const child of table.children) {
      if (typeof child === 'object' && child.name === 'caption' && !isUnread(child)) {
        this.#children(child, { ...context, kind: 'caption' })
        this.#flush({ ...context, kind: 'caption' })
      }
    }
    /** For each column, how many rows below a cell further up reaches. */
    const reaching: number[] = []
    for (const cells of rowsOf(table)) this.#row(cells, reaching, context)
  }

  #row(cells: HtmlElement[], reaching: number[], context: Context): void {
    const texts: string[] = []
    const links: ExtractedBlock['links'] = []
    let length = 0
    const put = (text: string) => {
      texts.push(text)
      length += text.length + ' | '.length
    }
    const skipReached = () => {
      while (texts.length < widestRow && (reaching[texts.length] ?? 0) > 0) {
        reaching[texts.length] = (reaching[texts.length] ?? 0) - 1
        put('')
      }
    }
    for (const cell of cells) {
      skipReached()
      if (isUnread(cell)) continue
      const read = this.#cell(cell, context)
      for (const link of read.links)
        links.push({ ...link, start: link.start + length, end: link.end + length })
      const columns = texts.length < widestRow ? columnsOf(cell) : 1
      for (let column = 0; column < columns; column++) {
        reaching[texts.length] = rowSpanOf(cell) - 1
        put(column === 0 ? read.text : '')
      }
    }
    skipReached()
    while (texts.at(-1) === '') texts.pop()
    if (texts.length > 0) this.#push({ kind: 'table-row', level: 0, text: texts.join(' | '), links })
  }

  /** A cell's text on one line. */
  #cell(cell: HtmlElement, context: Context): { text: string; links: NonNullable<ExtractedBlock['links']> } {
    const outer = this.#inline
    const first = this.#blocks.length
    this.#inline = new Inline()
    this.#anchors.meet(cell)
    this.#children(cell, { ...context, kind: 'table-row' })
    this.#flush({ ...context, kind: 'table-row' })
    this.#inline = outer
    const links: NonNullable<ExtractedBlock['links']> = []
    let text = ''
    for (const block of this.#blocks.splice(first)) {
      if (text !== '') text += ' '
      for (const link of block.links ?? [])
        links.push({ ...link, start: link.start + text.length, end: link.end + text.length })
      text += block.text.replaceAll('\n', ' ')
      this.#anchors.giveBack(block)
    }
    return { text, links }
  }

  /** Writes the text so far as blocks of the context's kind. */
  #flush(context: Context): void {
    const { text, links } = this.#inline.take()
    if (text.trim() === '') return
    for (const paragraph of partsOf(text, context)) {
      const lead = paragraph.text.length - paragraph.text.trimStart().length
      const kept = context.preformatted === 'code' ? paragraph.text.trimEnd() : paragraph.text.trim()
      const start = paragraph.start + (context.preformatted === 'code' ? 0 : lead)
      this.#write(kept, linksWithin(links, start, start + kept.length), context)
    }
  }

  #write(text: string, links: NonNullable<ExtractedBlock['links']>, context: Context): void {
    const item = this.#item
    const keepsKind =
      context.kind !== 'paragraph' && context.kind !== 'quotation' && context.kind !== 'footnote'
    if (item === null || keepsKind) {
      if (context.kind === 'heading') this.#item = null
      this.#push({ kind: context.kind, level: context.level, text, links })
      return
    }
    this.#item = null
    const mark = text.startsWith(item.mark.trim()) ? '' : item.mark
    const shifted = links.map((link) => ({
      ...link,
      start: link.start + mark.length,
      end: link.end + mark.length,
    }))
    if (item.back !== null && mark !== '')
      shifted.unshift({ start: 0, end: mark.trimEnd().length, href: item.back })
    this.#push({ kind: item.kind, level: item.level, text: mark + text, links: shifted })
  }

  #push({ links, ...block }: ExtractedBlock): void {
    const pushed: ExtractedBlock = links === undefined || links.length === 0 ? block : { ...block, links }
    this.#anchors.giveTo(pushed)
    this.#blocks.push(pushed)
  }
}
