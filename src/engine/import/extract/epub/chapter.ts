import { htmlToBlocks } from '../html/blocks.ts'
import type { ExtractedBlock } from '../types.ts'
import { resolvePath } from './package.ts'

/** Chapters are pages of an imaginary site, so that links between them can be told from links out of the book. */
const site = 'https://book.invalid/'

/** Names that links from other chapters lead to, by the path of the chapter they are in. */
export type WantedNames = Map<string, Set<string>>

/** Collects the places that a chapter's links lead to. */
export function collectTargets(path: string, html: string, wanted: WantedNames): void {
  for (const [, double, single] of html.matchAll(/\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)) {
    const href = double ?? single ?? ''
    if (!href.includes('#') || /^[a-z][a-z\d+.-]*:/i.test(href)) continue
    const target = resolvePath(path, href)
    const names = wanted.get(target.path) ?? new Set()
    wanted.set(target.path, names.add(target.fragment))
  }
}

/**
 * The blocks of one chapter. Names are made unique in the book by the chapter's number in `order`, and links to other
 * chapters lead to blocks there. Where nothing at the chapter's start is a heading, `title` of the contents becomes one.
 */
export function chapterBlocks(
  path: string,
  html: string,
  order: ReadonlyMap<string, number>,
  wanted: WantedNames,
  title: string | undefined,
): ExtractedBlock[] {
  const names = wanted.get(path)
  const { blocks } = htmlToBlocks(expandEmpty(html), {
    baseUrl: new URL(path.split('/').map(encodeURIComponent).join('/'), site).href,
    keepAnchor: (name) => names?.has(name) ?? false,
  })
  const filled = blocks.filter(({ text }) => text.trim() !== '')
  for (const block of filled) if (block.kind === 'footnote') partMark(block)
  if (title !== undefined && !placeholder.test(title)) addTitle(filled, title)
  const [first] = filled
  if (first !== undefined) first.anchor ??= ''
  for (const block of filled) {
    if (block.anchor !== undefined) block.anchor = nameIn(order.get(path), block.anchor)
    for (const link of block.links ?? []) link.href = innerLink(path, link.href, order)
  }
  return filled
}

function nameIn(chapter: number | undefined, name: string): string {
  return `chapter-${chapter ?? 0}${name === '' ? '' : `-${name}`}`
}

function innerLink(path: string, href: string, order: ReadonlyMap<string, number>): string {
  if (href.startsWith('#')) return `#${nameIn(order.get(path), href.slice(1))}`
  if (!href.startsWith(site)) return href
  const target = resolvePath('', href.slice(site.length))
  return `#${nameIn(order.get(target.path), target.fragment)}`
}

/** Sets the mark before a footnote off from its text, which nothing but its size did. */
function partMark(block: ExtractedBlock): void {
  const mark = /^\[[^\]]{1,8}\](?=\S)/.exec(block.text)?.[0].length ?? 0
  if (mark === 0) return
  block.text = `${block.text.slice(0, mark)} ${block.text.slice(mark)}`
  for (const link of block.links ?? []) {
    if (link.start >= mark) link.start++
    if (link.end > mark) link.end++
  }
}

/** What writers of books call a part that has no title. */
const placeholder = /^section \d+$/i

/** How many blocks, such as a number or a motto, may stand before a chapter's heading. */
const headingWithin = 4

function addTitle(blocks: ExtractedBlock[], title: string): void {
  const start = blocks.slice(0, headingWithin)
  if (start.length === 0 || start.some(({ kind }) => kind === 'heading')) return
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim()
      .toLowerCase()
  const said = start.find(({ text }) => plain(text) === plain(title))
  if (said === undefined) blocks.unshift({ kind: 'heading', level: 1, text: title })
  else Object.assign(said, { kind: 'heading', level: 1 })
}

const voidElements = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i
/** Elements of other vocabularies may be empty in HTML too. */
const foreign =
  /^(?:svg|math|path|g|rect|circle|line|use|image|polygon|polyline|ellipse|stop|mspace|m[a-z]+)$/i

/** Chapters are XML, where `<a id="x"/>` is a whole element; HTML would take it for the beginning of one. */
function expandEmpty(html: string): string {
  return html.replace(
    /<([a-z][\w:.-]*)((?:\s+[^\s<>"'=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/gi,
    (whole, name, rest) =>
      voidElements.test(name) || foreign.test(name) ? whole : `<${name}${rest}></${name}>`,
  )
}
