import { elementsIn, type HtmlElement, nameTags, textOf } from './tree.ts'

/** What stands around and between an article's paragraphs: told by its name, and by how much of it is links. */

const furnitureName =
  /(?:^|[\s_-])(?:share|sharing|sharedaddy|social|socials|social-?media|addthis|addtoany|related|related-?(?:posts|articles|content|links|stories)|recirc\w*|recommend\w*|newsletter\w*|subscribe|subscription|paywall|cookie\w*|consent|gdpr|comments?|comment-?(?:list|form|respond)|respond|disqus\w*|advert\w*|ad-?(?:slot|container|unit|wrapper)|ads|promo\w*|sponsored|outbrain|taboola|breadcrumbs?|pagination|pager|post-?nav\w*|toolbar|print-?only|rating|ratings|jp-relatedposts|most-?read|trending|popular|tag-?(?:list|cloud)|post-?tags|entry-?(?:meta|footer|utility)|byline-?bio|author-?(?:bio|box|info|card)|about-?(?:the-?)?author|donate|donation|app-?promo|feedback)(?:$|[\s_-])/i

/** A box that is more of the article than this is the article. */
const mostOfArticle = 0.3
const longParagraph = 200

/**
 * The elements to leave out of an article; no element inside another of them is named.
 * @param marked the elements of the page, by the number that the article's elements bear: readability puts a box's only
 *   paragraph in the place of the box, whose name is then known from the page alone.
 */
export function furnitureOf(article: HtmlElement, marked: readonly HtmlElement[]): HtmlElement[] {
  const whole = textOf(article).length
  const kept = new Set<HtmlElement>()
  for (const element of elementsIn(article)) {
    const original = originalOf(element, marked)
    if (original !== undefined) kept.add(original)
  }
  const found = new Set<HtmlElement>()
  for (const element of elementsIn(article)) {
    if (element.parent !== null && found.has(element.parent)) found.add(element)
    else if (isFurniture(element, lostAround(originalOf(element, marked), kept), whole)) found.add(element)
  }
  return [...found].filter(({ parent }) => parent === null || !found.has(parent))
}

function originalOf(element: HtmlElement, marked: readonly HtmlElement[]): HtmlElement | undefined {
  return marked[Number(element.attributes['data-mark'] ?? Number.NaN)]
}

/** The boxes around an element that are no longer there. */
function lostAround(original: HtmlElement | undefined, kept: Set<HtmlElement>): HtmlElement[] {
  const lost: HtmlElement[] = []
  for (let next = original?.parent ?? null; next !== null && !kept.has(next); next = next.parent) {
    if (next.name === 'body' || lost.length > 3) break
    lost.push(next)
  }
  return lost
}

function isFurniture(element: HtmlElement, lost: HtmlElement[], whole: number): boolean {
  if (/^(?:nav|footer|form)$/.test(element.name)) return textOf(element).length < whole * mostOfArticle
  if (!/^(?:div|section|aside|ul|ol|p|header|article|table|span)$/.test(element.name)) return false
  const text = textOf(element)
  if (text.length > whole * mostOfArticle) return false
  const named = [element, ...lost.filter((box) => textOf(box, whole).length < whole * mostOfArticle)]
  if (named.some((box) => furnitureName.test(nameTags(box)))) return !hasLongParagraphs(element)
  return /^(?:ul|ol|div|section|aside)$/.test(element.name) && isLinkList(element, text.trim().length)
}

/** A list of links and little else, such as further articles; sources are cited in sentences. */
function isLinkList(element: HtmlElement, length: number): boolean {
  let linked = 0
  let links = 0
  for (const child of elementsIn(element)) {
    if (child.name !== 'a') continue
    linked += textOf(child).trim().length
    links += 1
    if ((child.attributes.href ?? '').startsWith('#')) return false
  }
  return links > 1 && linked > length * 0.85 && linked > links * 8
}

function hasLongParagraphs(element: HtmlElement): boolean {
  let long = 0
  for (const child of elementsIn(element)) {
    if (child.name === 'p' && textOf(child).length > longParagraph) long += 1
  }
  return long > 1
}
