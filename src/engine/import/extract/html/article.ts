import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { isCaption, restoreCaptions } from './captions.ts'
import { furnitureOf } from './furniture.ts'
import { parseHtml } from './parse.ts'
import { mark, serialise } from './serialise.ts'
import { attribute, elementsIn, type HtmlElement, nameTags, newElement, remove, textOf } from './tree.ts'
import { isUnread } from './visible.ts'

export interface Article {
  /** Headline, deck and text, in order. */
  root: HtmlElement
  /** `whole`: no article was found, and this is the page; `too-large`: the page was too large to look for one. */
  how: 'article' | 'whole' | 'too-large'
}

/** What is known of the article beforehand, from the page's metadata. */
export interface Known {
  title?: string
  description?: string
  /** The whole text, as some pages give it to search engines. */
  body?: string
}

/**
 * In a larger page, or one nested deeper than pages are, readability may take longer than a file may: its time grows with
 * the square of both. Measured: 40,000 elements take 5 s.
 */
const mostMarkup = 2_000_000
const mostElements = 40_000
const deepest = 200
const shortestArticle = 250

/**
 * Finds the article in a page: with Mozilla's readability on linkedom, then by rules of our own that bring back headline
 * and deck and leave out what stands around and between (see `furniture.ts`). Where that gives next to nothing, the page's
 * `<article>` or `<main>` is taken, and at last the page itself.
 */
export function findArticle(page: HtmlElement, known: Known = {}): Article {
  const marked = mark(page)
  const markup = serialise(page)
  if (markup.length > mostMarkup || marked.length > mostElements || depthOf(marked) > deepest)
    return { root: page, how: 'too-large' }
  const found = readable(markup)
  const best =
    found !== null && isArticle(found, known) ? found : landmarks(page).find((root) => isArticle(root, known))
  if (best === undefined) return { root: page, how: 'whole' }
  for (const element of furnitureOf(best, marked)) remove(element)
  restoreCaptions(best, marked)
  const start = firstKept(best, marked)
  return { root: withHead(best, start === null ? [] : headOf(page, start, best, known)), how: 'article' }
}

/** How deep the deepest element stands; `marked` has every element before those in it. */
function depthOf(marked: readonly HtmlElement[]): number {
  const depths: number[] = []
  for (const { parent } of marked) depths.push((depths[Number(parent?.attributes['data-mark'])] ?? 0) + 1)
  return depths.reduce((most, depth) => Math.max(most, depth), 0)
}

function readable(markup: string): HtmlElement | null {
  const { document } = documentOf(markup)
  const found = new Readability(document, { keepClasses: true, charThreshold: shortestArticle }).parse()
  return found?.content ? parseHtml(found.content) : null
}

/** linkedom's own types are those of a browser's window, which this layer does not know. */
function documentOf(markup: string): { document: ConstructorParameters<typeof Readability>[0] } {
  const window: unknown = parseHTML(`<html><body>${markup}</body></html>`)
  return window as ReturnType<typeof documentOf>
}

/** The parts of a page that its maker calls the article, the one with most text first. */
function landmarks(page: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = []
  for (const element of elementsIn(page)) {
    const isLandmark =
      element.name === 'article' || element.name === 'main' || attribute(element, 'role') === 'main'
    const isBody = attribute(element, 'itemprop').toLowerCase() === 'articlebody'
    if (isLandmark || isBody) found.push(element)
    if (found.length > 20) return []
  }
  return found.map((element) => parseHtml(serialise(element))).sort((a, b) => textLength(b) - textLength(a))
}

/** Whether there is enough text, and what the page itself says is the article's. */
function isArticle(root: HtmlElement, { body }: Known): boolean {
  const text = plain(textOf(root))
  if (text.length < shortestArticle) return false
  if (body === undefined || body.length < 2 * shortestArticle) return true
  const samples = [0.2, 0.4, 0.6, 0.8].map((part) => sampleOf(body, part))
  return samples.filter((sample) => text.includes(sample)).length * 2 >= samples.length
}

/** A few words from within a text, as they are wherever it stands. */
function sampleOf(text: string, part: number): string {
  const at = text.indexOf(' ', Math.floor(text.length * part))
  return plain(text.slice(at, at + 40))
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function textLength(element: HtmlElement): number {
  return plain(textOf(element)).length
}

/** The place in the page of the first text of the article. */
function firstKept(root: HtmlElement, marked: readonly HtmlElement[]): number | null {
  let first: number | null = null
  for (const element of elementsIn(root)) {
    const index = Number(element.attributes['data-mark'] ?? Number.NaN)
    const original = marked[index]
    if (
      original === undefined ||
      !original.children.some((child) => typeof child === 'string' && child.trim() !== '')
    )
      continue
    if (first === null || index < first) first = index
  }
  return first
}

const headline = /^h[1-2]$/
const deckName =
  /(?:^|[\s_-])(?:lead|lede|deck|dek|standfirst|subtitle|subhead\w*|subheadline|sub-?title|teaser-?(?:text|intro)|intro|introduction|excerpt|summary|abstract|chapeau|chapo|entradilla|bajada|copete|vorspann|ingress|description|kicker-text|article-teaser-intro)(?:$|[\s_-])/i
const longestDeck = 900
const shortestDeck = 40

/** Headline and deck, which stand before what readability takes. */
function headOf(page: HtmlElement, start: number, article: HtmlElement, known: Known): HtmlElement[] {
  const before: HtmlElement[] = []
  for (const element of elementsIn(page)) {
    if (Number(element.attributes['data-mark'] ?? -1) >= start) break
    before.push(element)
  }
  const title = before.findLast((element) => headline.test(element.name) && isTitle(element, known))
  const from = title === undefined ? -1 : before.indexOf(title)
  const articleText = plain(textOf(article))
  const decks = before
    .slice(from + 1)
    .filter(
      (element) =>
        isDeck(element, known, from >= 0, articleText) || (from >= 0 && isLostCaption(element, articleText)),
    )
  return decks.filter((deck) => !decks.some((other) => other !== deck && contains(other, deck)))
}

function isTitle(element: HtmlElement, { title }: Known): boolean {
  const text = plain(textOf(element))
  return text !== '' && (title === undefined ? element.name === 'h1' : sameStart(text, title))
}

function isDeck(element: HtmlElement, known: Known, belowTitle: boolean, articleText: string): boolean {
  if (
    !/^(?:p|div|section|h[2-4]|strong|b|span)$/.test(element.name) ||
    isWithin(element, /^(?:nav|aside|footer|head|figure|figcaption)$/)
  )
    return false
  const text = plain(textOf(element, longestDeck * 2))
  if (text.length < shortestDeck || text.length > longestDeck || articleText.includes(text)) return false
  if (linkedShare(element) > 0.3) return false
  const described = known.description !== undefined && sameStart(text, known.description)
  const named = deckName.test(nameTags(element)) || deckName.test(nameTags(element.parent ?? element))
  return described || (belowTitle && (named || (element.name === 'p' && text.length > 2 * shortestDeck)))
}

/** The caption of the picture above the text. */
function isLostCaption(element: HtmlElement, articleText: string): boolean {
  return element.name === 'figcaption' && isCaption(element) && !articleText.includes(plain(textOf(element)))
}

function isWithin(element: HtmlElement, names: RegExp): boolean {
  for (let next: HtmlElement | null = element; next !== null; next = next.parent) {
    if (isUnread(next) || names.test(next.name)) return true
  }
  return false
}

function linkedShare(element: HtmlElement): number {
  let linked = 0
  for (const child of elementsIn(element)) if (child.name === 'a') linked += textOf(child).length
  return linked / Math.max(textOf(element).length, 1)
}

/** Whether two texts are the same for their first 30 letters, whatever comes then. */
function sameStart(left: string, right: string): boolean {
  const [a, b] = [left, right].map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
      .slice(0, 30),
  )
  return a !== undefined && b !== undefined && a.length > 3 && (a.startsWith(b) || b.startsWith(a))
}

function contains(outer: HtmlElement, inner: HtmlElement): boolean {
  for (let next = inner.parent; next !== null; next = next.parent) if (next === outer) return true
  return false
}

function withHead(article: HtmlElement, head: HtmlElement[]): HtmlElement {
  const root = newElement('#article', null)
  root.children.push(...head, article)
  return root
}
