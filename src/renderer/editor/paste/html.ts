import type { RichTextNode } from '#shared/model.ts'
import * as make from './blocks.ts'
import { Line, plain, type Style } from './line.ts'
import { type Item, nestedLists, wordItem } from './lists.ts'
import { isBlock, isUnseen, styleOf } from './looks.ts'
import { isLayout, readTable } from './tables.ts'

/** Deeper nesting than this is nobody's text. */
const deepest = 200

/**
 * What a page's or a Word document's HTML says, as our own blocks: headings, paragraphs, lists, quotations, tables, code,
 * links, bold, italic and struck-through words. Nothing else comes in: no styles, no scripts, no image from elsewhere
 * (its place is taken by a link to it). Images whose bytes are in the HTML are `CarriedImage`s, still to be stored.
 */
export function htmlToBlocks(page: Document, imageWord: string): RichTextNode[] {
  const reader = new Reader(imageWord)
  reader.read(page.body, plain, 0)
  return reader.end()
}

class Reader {
  readonly #imageWord: string
  readonly #blocks: RichTextNode[] = []
  readonly #line = new Line()
  /** Items that follow each other, until something else does. */
  #items: Item[] = []

  constructor(imageWord: string) {
    this.#imageWord = imageWord
  }

  end(): RichTextNode[] {
    this.#endLine(make.paragraph)
    this.#endList()
    return this.#blocks
  }

  read(parent: Node, style: Style, depth: number): void {
    if (depth > deepest) return
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) this.#line.addText(node.textContent ?? '', style)
      else if (node.nodeType === 1) this.#element(node as Element, style, depth + 1)
    }
  }

  #element(element: Element, around: Style, depth: number): void {
    if (isUnseen(element)) return
    const { tagName } = element
    const style = styleOf(element, around)
    const level =
      /^H([1-6])$/.exec(tagName)?.[1] ?? (/\bMsoTitle\b/.test(element.className) ? '1' : undefined)
    if (level !== undefined)
      this.#block(element, style, depth, (line) => make.heading(Number(level), unbolded(line)))
    else if (tagName === 'BR') this.#line.addBreak()
    else if (tagName === 'HR') this.#put(make.rule())
    else if (tagName === 'IMG') this.#image(element, style)
    else if (tagName === 'PRE') this.#put(make.codeBlock((element.textContent ?? '').replace(/\n$/, '')))
    else if (tagName === 'UL' || tagName === 'OL') this.#list(element, 1, depth)
    else if (tagName === 'BLOCKQUOTE') this.#quotation(element, depth)
    else if (tagName === 'TABLE' && !isLayout(element)) this.#table(element, depth)
    else if (wordItem(element) !== null) this.#wordItem(element, style, depth)
    else if (isBlock(element)) this.#block(element, style, depth, make.paragraph)
    else this.read(element, style, depth)
  }

  /** Blocks in a block count for themselves; only its own words become what `wrap` makes. */
  #block(element: Element, style: Style, depth: number, wrap: (line: RichTextNode[]) => RichTextNode): void {
    this.#endLine(make.paragraph)
    this.read(element, style, depth)
    this.#endLine(wrap)
  }

  #endLine(wrap: (line: RichTextNode[]) => RichTextNode): void {
    const { isBlank } = this.#line
    const line = this.#line.take()
    if (!isBlank && line.length > 0) this.#put(wrap(line))
  }

  #put(block: RichTextNode): void {
    if (!this.#line.isBlank) this.#endLine(make.paragraph)
    this.#endList()
    this.#blocks.push(block)
  }

  #endList(): void {
    const items = this.#items
    this.#items = []
    this.#blocks.push(...nestedLists(items))
  }

  #image(element: Element, style: Style): void {
    const source = element.getAttribute('src') ?? ''
    const alt = (element.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim()
    if (/^data:image\//i.test(source)) this.#line.addNode(make.carriedImage(source, alt), style)
    else if (/^https?:\/\//i.test(source))
      this.#line.addText(alt || this.#imageWord, { ...style, link: source })
    else if (alt !== '') this.#line.addText(alt, style)
  }

  #list(element: Element, level: number, depth: number): void {
    if (depth > deepest) return
    this.#endLine(make.paragraph)
    const kind = element.tagName === 'OL' ? 'number' : 'bullet'
    let start = Number(element.getAttribute('start') ?? 1) || 1
    for (const child of element.children) {
      // Some programs put an inner list beside the item it belongs to.
      if (/^[UO]L$/.test(child.tagName)) this.#list(child, level + 1, depth + 1)
      else if (child.tagName === 'LI' && !isUnseen(child)) {
        const told = Number(
          child.getAttribute('aria-level') ?? child.getAttribute('data-aria-level') ?? level,
        )
        this.#item(child, { level: Math.max(level, told || level), kind, start: start++ }, depth + 1)
      }
    }
  }

  #item(element: Element, at: Pick<Item, 'level' | 'kind' | 'start'>, depth: number): void {
    const inner = [...element.children].filter(({ tagName }) => /^[UO]L$/.test(tagName))
    const box = element.querySelector('input[type="checkbox"]')
    const checked = box && !inner.some((list) => list.contains(box)) ? box.hasAttribute('checked') : undefined
    const children = this.#inside(element, depth, inner)
    if (children.length > 0 || inner.length === 0) {
      this.#items.push({ ...at, kind: checked === undefined ? at.kind : 'check', checked, children })
    }
    for (const list of inner) this.#list(list, at.level + 1, depth + 1)
  }

  #wordItem(element: Element, style: Style, depth: number): void {
    const item = wordItem(element)
    if (item === null) return
    if (!this.#line.isBlank) this.#endLine(make.paragraph)
    const line = this.#inside(element, depth, [], style)
    const goesOn = this.#items.length > 0
    this.#items.push({ ...item, start: goesOn ? 1 : item.start, checked: undefined, children: line })
  }

  #quotation(element: Element, depth: number): void {
    this.#endLine(make.paragraph)
    const line = this.#inside(element, depth, [])
    if (line.length > 0) this.#put(make.quotation(line))
  }

  #table(element: Element, depth: number): void {
    const made = readTable(element, (cell) => {
      const line = this.#inside(cell, depth, [])
      return line.length === 0 ? [] : [make.paragraph(line)]
    })
    if (made) this.#put(made)
  }

  /** What stands in a place that takes one line: its blocks, parted by line breaks. */
  #inside(element: Element, depth: number, except: readonly Element[], style = plain): RichTextNode[] {
    const reader = new Reader(this.#imageWord)
    for (const node of element.childNodes) {
      if (node.nodeType === 3) reader.#line.addText(node.textContent ?? '', style)
      else if (node.nodeType === 1 && !except.includes(node as Element)) {
        reader.#element(node as Element, style, depth + 1)
      }
    }
    return reader.end().flatMap((block, index) => {
      const line = linesOf(block)
      return index === 0 || line.length === 0 ? line : [make.lineBreak(), ...line]
    })
  }
}

/** A heading is bold as it is. */
function unbolded(line: readonly RichTextNode[]): RichTextNode[] {
  return line.map((node) => {
    if (node.type === 'text') return { ...node, format: Number(node.format) & ~make.bold }
    return node.type === 'link' ? { ...node, children: unbolded(node.children as RichTextNode[]) } : node
  })
}

/** A block's words as lines: those of a list or table in a place that holds none. */
function linesOf(block: RichTextNode): RichTextNode[] {
  const children = Array.isArray(block.children) ? (block.children as RichTextNode[]) : []
  if (!['list', 'listitem', 'table', 'tablerow', 'tablecell'].includes(block.type)) return children
  return children.flatMap((child, index) => {
    const isBlockChild = ['list', 'listitem', 'tablerow', 'tablecell', 'paragraph'].includes(child.type)
    const line = isBlockChild ? linesOf(child) : [child]
    return index > 0 && isBlockChild ? [make.lineBreak(), ...line] : line
  })
}
