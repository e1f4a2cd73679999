import type { BlockKind } from '#shared/model.ts'
import { isFootnotes } from './inline-text.ts'
import { type Paragraph, paragraphsOf, wrappedParagraphs } from './line-breaks.ts'
import { blockElements } from './syntax.ts'
import { attribute, type HtmlElement, nameTags, textOf } from './tree.ts'

/** What surrounds the text in hand. */
export interface Context {
  kind: BlockKind
  /** Heading level, 0 for every other kind. */
  level: number
  listDepth: number
  footnotes: boolean
  preformatted: 'no' | 'code' | 'prose'
}

/** A list item's first block bears its mark; what follows in the item is text like any other. */
export interface Item {
  kind: BlockKind
  level: number
  mark: string
  /** Where a footnote's mark leads back to. */
  back: string | null
}

/** Whether an element begins and ends a block: by its name, or by its style. */
export function isBlock(element: HtmlElement): boolean {
  return (
    blockElements.has(element.name) ||
    /display\s*:\s*(?:block|flex|grid|table)/i.test(attribute(element, 'style'))
  )
}

/** What the first block of a list's element is to be. */
export function itemOf(
  element: HtmlElement,
  { listDepth, footnotes }: Context,
  mark: string,
  back: string | null,
): Item {
  if (footnotes) return { kind: 'footnote', level: 0, mark, back }
  const level = Math.max(listDepth, 1) + (element.name === 'dd' ? 1 : 0)
  return { kind: 'list-item', level, mark, back }
}

/** What an element changes for the text in it. */
export function changeOf(element: HtmlElement, context: Context): Partial<Context> {
  const level = headingLevel(element)
  if (level > 0 && context.kind !== 'table-row') return { kind: 'heading', level }
  if (isFootnotes(element)) return { kind: 'footnote', level: 0, footnotes: true }
  switch (element.name) {
    case 'blockquote':
      return context.footnotes ? {} : { kind: 'quotation', level: 0 }
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
    case 'dl':
      return { listDepth: context.listDepth + 1 }
    case 'figcaption':
      return { kind: 'caption', level: 0 }
    case 'pre':
    case 'listing':
    case 'xmp':
    case 'plaintext':
      return isProse(element) ? { preformatted: 'prose' } : { kind: 'code', level: 0, preformatted: 'code' }
    default:
      return /(?:^|\s)wp-caption-text(?:$|\s)/.test(nameTags(element)) ? { kind: 'caption', level: 0 } : {}
  }
}

function headingLevel(element: HtmlElement): number {
  if (/^h[1-6]$/.test(element.name)) return Number(element.name[1])
  if (attribute(element, 'role') !== 'heading') return 0
  return Math.min(Math.max(Number.parseInt(attribute(element, 'aria-level'), 10) || 2, 1), 6)
}

const mostlyWords = 0.85
const wordsOfAProseLine = 6

/** Whether preformatted text is a mail or an old page of prose, and not a program or a drawing. */
function isProse(element: HtmlElement): boolean {
  if (element.children.some((child) => typeof child === 'object' && child.name === 'code')) return false
  if (attribute(element, 'class') !== '') return false
  const text = textOf(element, 20_000)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const words = text.split(/\s+/).filter((word) => word !== '')
  const letters = text.match(/[\p{L}\s,.]/gu)?.length ?? 0
  return (
    lines.length > 2 && words.length > lines.length * wordsOfAProseLine && letters > text.length * mostlyWords
  )
}

/** The paragraphs, or lines of code, that a block's text is made of. */
export function partsOf(text: string, { kind, preformatted }: Context): Paragraph[] {
  if (preformatted === 'prose') return wrappedParagraphs(text)
  if (preformatted === 'code') return codeLines(text)
  if (kind === 'heading' || kind === 'table-row') return [{ start: 0, text: text.replaceAll('\n', ' ') }]
  return paragraphsOf(text)
}

function codeLines(text: string): Paragraph[] {
  const lines: Paragraph[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ start, text: line })
    start += line.length + 1
  }
  return lines
}
