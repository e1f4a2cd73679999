import type { RichText, RichTextNode } from '#shared/model.ts'

/**
 * Rich text as plain JSON: made and read without Lexical, so that the engine can index and build documents cheaply.
 */

export const quoteType = 'crossread-quote'
export const referenceType = 'crossread-reference'
export const imageType = 'crossread-image'

/** How the name of an image's file ends, by the media type it is stored as. */
export const imageEndings = ['png', 'jpg', 'gif', 'webp'] as const

export interface ImageFields {
  /** SHA-256 of its bytes, in hex. */
  hash: string
  ending: (typeof imageEndings)[number]
  /** What it shows, in words; may be empty. */
  alt: string
}

export interface QuoteFields {
  annotationId: string
  sourceId: string
  /** The passage's words, its blocks joined by newlines. */
  quote: string
  /** The source's title. */
  title: string
}

/** Types that stand inside a line; everything else begins and ends a line of its own. */
const inlineTypes = new Set([
  'text',
  'linebreak',
  'tab',
  'link',
  'autolink',
  'code-highlight',
  referenceType,
  imageType,
])

/** Types that show something without a word. */
const wordless = new Set([imageType, 'horizontalrule'])

/** The text a reader sees, one line a paragraph, heading, list item, table row or quoted line. */
export function richTextToPlainText(content: RichText): string {
  const lines: string[] = []
  collectLines(content.root, lines)
  return lines.join('\n').trim()
}

function collectLines(node: RichTextNode | RichText['root'], lines: string[]): void {
  let line: string | null = null
  for (const child of childrenOf(node)) {
    if (inlineTypes.has(child.type)) {
      line = (line ?? '') + inlineText(child)
      continue
    }
    if (line !== null) lines.push(line)
    line = null
    collectBlock(child, lines)
  }
  if (line !== null) lines.push(line)
}

function collectBlock(node: RichTextNode, lines: string[]): void {
  if (node.type === quoteType) {
    const title = stringOf(node.title)
    lines.push(...stringOf(node.quote).split('\n'))
    if (title !== '') lines.push(`— ${title}`)
  } else if (node.type === 'tablerow') {
    const cells = childrenOf(node).map((cell) => {
      const inside: string[] = []
      collectLines(cell, inside)
      return inside.join(' ')
    })
    lines.push(cells.join(' | '))
  } else if (node.type === 'paragraph' && childrenOf(node).length === 0) {
    lines.push('')
  } else {
    collectLines(node, lines)
  }
}

function inlineText(node: RichTextNode): string {
  if (node.type === 'linebreak') return '\n'
  if (node.type === 'tab') return '\t'
  if (node.type === referenceType) return stringOf(node.label)
  if (node.type === imageType) return stringOf(node.alt)
  if (typeof node.text === 'string') return node.text
  return childrenOf(node).map(inlineText).join('')
}

/** A document of one paragraph a line of `text`. */
export function plainToRichText(text: string): RichText {
  return withChildren(text.split('\n').map((line) => paragraph(line)))
}

/** A document with one empty paragraph. */
export function emptyRichText(): RichText {
  return plainToRichText('')
}

/** A quote that stays linked to its passage, as a block to put into a document. */
export function quoteBlock(fields: QuoteFields): RichTextNode {
  const { annotationId, sourceId, quote, title } = fields
  return { type: quoteType, version: 1, annotationId, sourceId, quote, title }
}

/** A copy of `content` with `node` as its last block, in place of the empty paragraphs that end it. */
export function appendBlock(content: RichText, node: RichTextNode): RichText {
  const children = [...content.root.children]
  while (isEmptyParagraph(children.at(-1))) children.pop()
  return { ...content, root: { ...content.root, children: [...children, node, paragraph('')] } }
}

/** Whether a document shows nothing at all. */
export function isEmptyRichText(content: RichText): boolean {
  if (richTextToPlainText(content) !== '') return false
  for (const { type } of walkRichText(content)) if (wordless.has(type)) return false
  return true
}

/** Every node of a document, parents before their children. */
export function* walkRichText(content: RichText): Generator<RichTextNode> {
  yield* walk(content.root)
}

function* walk(node: RichTextNode | RichText['root']): Generator<RichTextNode> {
  for (const child of childrenOf(node)) {
    yield child
    yield* walk(child)
  }
}

function childrenOf(node: RichTextNode | RichText['root']): RichTextNode[] {
  const children = node.children
  return Array.isArray(children) ? children.filter(isNode) : []
}

function isNode(value: unknown): value is RichTextNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function isEmptyParagraph(node: RichTextNode | undefined): boolean {
  return node !== undefined && node.type === 'paragraph' && childrenOf(node).length === 0
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function withChildren(children: RichTextNode[]): RichText {
  return { root: { type: 'root', version: 1, format: '', indent: 0, direction: null, children } }
}

function paragraph(text: string): RichTextNode {
  const children = text === '' ? [] : [textNode(text)]
  return {
    type: 'paragraph',
    version: 1,
    format: '',
    indent: 0,
    direction: null,
    textFormat: 0,
    textStyle: '',
    children,
  }
}

function textNode(text: string): RichTextNode {
  return { type: 'text', version: 1, text, format: 0, style: '', mode: 'normal', detail: 0 }
}
