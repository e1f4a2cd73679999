import { elementsIn, type HtmlElement, textOf } from './tree.ts'

/** An object of schema.org's vocabulary, as pages give them to search engines. */
export type Thing = Record<string, unknown>

const articleType =
  /^(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|(?:Medical)?ScholarlyArticle|TechArticle|SatiricalArticle|AdvertiserContentArticle|DiscussionForumPosting|Review|Recipe|PodcastEpisode)$/
const mostThings = 5_000
const longestScript = 5_000_000

/** What the page says of its article in JSON-LD; null where it says nothing that can be read. */
export function articleThing(page: HtmlElement): Thing | null {
  const things = linkedData(page)
  const rank = (thing: Thing) => typesOf(thing).reduce((best, type) => Math.max(best, rankOf(type, thing)), 0)
  let best: Thing | null = null
  for (const thing of things) if (rank(thing) > (best === null ? 0 : rank(best))) best = thing
  return best
}

function rankOf(type: string, thing: Thing): number {
  if (articleType.test(type))
    return 2 + (textValue(thing.headline) ? 1 : 0) + (textValue(thing.articleBody) ? 1 : 0)
  return /^(?:WebPage|ItemPage|AboutPage|FAQPage)$/.test(type) ? 1 : 0
}

/** Every object of the page's JSON-LD, those within others too. */
function linkedData(page: HtmlElement): Thing[] {
  const things: Thing[] = []
  const queue: unknown[] = []
  for (const element of elementsIn(page)) {
    if (element.name === 'script' && /^application\/ld\+json/i.test((element.attributes.type ?? '').trim()))
      queue.push(parseScript(textOf(element)))
  }
  for (let next = queue.shift(); queue.length > 0 || next !== undefined; next = queue.shift()) {
    if (Array.isArray(next)) queue.push(...next.slice(0, mostThings))
    else if (isThing(next)) {
      things.push(next)
      queue.push(next['@graph'], next.mainEntity, next.mainEntityOfPage, next.itemListElement)
    }
    if (things.length > mostThings) break
  }
  return things
}

function parseScript(script: string): unknown {
  if (script.length > longestScript) return null
  const json = script
    .replace(/^\s*(?:\/\/)?\s*<!(?:--|\[CDATA\[)/, '')
    .replace(/(?:\/\/)?\s*(?:-->|\]\]>)\s*$/, '')
    // Line breaks within strings, which JSON forbids and pages have.
    .replace(/\s+/g, ' ')
  for (const candidate of [json, json.replace(/;\s*$/, ''), json.replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(candidate)
    } catch {
      // The next form, if any, may do.
    }
  }
  return null
}

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function typesOf(thing: Thing): string[] {
  return listOf(thing['@type']).filter((type) => typeof type === 'string')
}

export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

/** The text of a value: itself, its `@value`, or the first of several. Empty where there is none. */
export function textValue(value: unknown): string {
  const [first] = listOf(value)
  if (typeof first === 'string') return first.trim()
  if (typeof first === 'number') return String(first)
  return isThing(first) && typeof first['@value'] === 'string' ? first['@value'].trim() : ''
}

/** The name of a thing that may be given by its name alone. */
export function nameOf(value: unknown): string {
  const [first] = listOf(value)
  return isThing(first) ? textValue(first.name) : textValue(first)
}
