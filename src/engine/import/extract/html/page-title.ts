import { type Thing, textValue } from './json-ld.ts'
import type { MetaTags } from './meta-tags.ts'
import { elementsIn, type HtmlElement, textOf } from './tree.ts'

const longestTitle = 400

/** The headline of a page's article, without the name of the site. Empty where the page has none. */
export function titleOf(
  page: HtmlElement,
  tags: MetaTags,
  thing: Thing,
  site: string,
  url: string | undefined,
): string {
  const given = [
    tags.first('citation_title', 'dc.title', 'prism.title'),
    textValue(thing.headline),
    tags.first('og:title', 'parsely-title', 'sailthru.title', 'twitter:title'),
    tags.title,
  ]
  const headings = headingsOf(page)
  const named = [site, hostOf(url)].filter((name) => name !== '')
  const candidates = given.map((title) => withoutSite(folded(title), named)).filter((title) => title !== '')
  // What stands on the page goes before what was written for search engines, where they begin alike.
  const heading = headings.find((text) =>
    candidates.some((title) => begins(title, text) || begins(text, title)),
  )
  const title = heading ?? candidates[0] ?? (headings.length === 1 ? headings[0] : undefined) ?? ''
  return title.length <= longestTitle ? title : ''
}

function headingsOf(page: HtmlElement): string[] {
  const headings: string[] = []
  for (const element of elementsIn(page)) {
    if (element.name !== 'h1') continue
    const text = folded(textOf(element, longestTitle * 2))
    if (text.length > 3 && text.length <= longestTitle) headings.push(text)
  }
  return headings
}

function hostOf(url: string | undefined): string {
  return url === undefined ? '' : new URL(url).hostname.replace(/^www\./, '')
}

const separator = /\s+[|–—·•»«:‹›/-]+\s+|\s*\|\s*/g

/** Takes the site's name off a title's end or beginning. */
function withoutSite(title: string, sites: string[]): string {
  const cuts = [...title.matchAll(separator)]
  for (const cut of cuts) {
    const before = title.slice(0, cut.index)
    const after = title.slice(cut.index + cut[0].length)
    if (before.length > 3 && sites.some((site) => isSite(after, site))) return before
    if (after.length > 3 && sites.some((site) => isSite(before, site))) return withoutSite(after, sites)
  }
  return title
}

function isSite(part: string, site: string): boolean {
  const [a, b] = [letters(part), letters(site)]
  if (a.length < 2 || b.length < 2) return false
  return (
    a === b ||
    (a.length > 3 && b.startsWith(a)) ||
    (b.length > 3 && a.startsWith(b) && a.length < b.length * 3)
  )
}

function begins(longer: string, shorter: string): boolean {
  const [a, b] = [letters(longer), letters(shorter)]
  return b.length > 5 && a.startsWith(b)
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
