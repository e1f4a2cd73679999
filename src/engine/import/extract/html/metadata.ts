import type { CslDate, CslName, SourceMetadata } from '#shared/model.ts'
import { parseDate } from '../../dates.ts'
import { authorsOf } from './authors.ts'
import { articleThing, isThing, listOf, nameOf, type Thing, textValue, typesOf } from './json-ld.ts'
import { type MetaTags, readMetaTags } from './meta-tags.ts'
import { titleOf } from './page-title.ts'
import { parseHtml } from './parse.ts'
import { attribute, elementsIn, type HtmlElement, nameTags, textOf } from './tree.ts'

export interface PageDetails {
  title?: string
  description?: string
  /** The article's whole text, where the page gives it to search engines. */
  body?: string
  metadata: SourceMetadata
}

/**
 * What a page says of itself: in JSON-LD, in OpenGraph, in the `<meta>` of journals, Dublin Core and news sites, and in
 * its marked-up text, in this order.
 * @param savedFrom the address a browser noted when it saved the page
 */
export function readDetails(page: HtmlElement, savedFrom?: string): PageDetails {
  const tags = readMetaTags(page)
  const thing = articleThing(page) ?? {}
  const site = siteOf(tags, thing)
  const url = addressOf(tags, thing, savedFrom)
  const title = plainText(titleOf(page, tags, thing, site, url))
  const description = plainText(
    textValue(thing.description) ||
      tags.first('og:description', 'description', 'twitter:description', 'dc.description'),
  )
  const authors = authorsOf(page, tags, thing, site)
  const metadata = withoutEmpty({
    type: typeOf(tags, thing),
    author: authors.length > 0 ? authors : undefined,
    'container-title': plainText(
      tags.first('citation_journal_title', 'citation_conference_title', 'prism.publicationname') || site,
    ),
    publisher: plainText(
      tags.first('citation_publisher', 'dc.publisher', 'dcterms.publisher', 'article:publisher_name') ||
        nameOf(thing.publisher),
    ),
    volume: tags.first('citation_volume', 'prism.volume'),
    issue: tags.first('citation_issue', 'prism.number'),
    page: pagesOf(tags),
    issued: issuedOf(page, tags, thing),
    URL: url,
    DOI: doiOf(tags, thing),
    ISSN: tags.first('citation_issn', 'prism.issn'),
    ISBN: tags.first('citation_isbn', 'book:isbn'),
    language: languageOf(tags, thing),
    abstract: plainText(tags.first('citation_abstract', 'dcterms.abstract')),
    keyword: keywordsOf(tags, thing),
  })
  const body = textValue(thing.articleBody)
  return { ...withoutEmpty({ title, description, body }), metadata }
}

function siteOf(tags: MetaTags, thing: Thing): string {
  const names = [
    tags.first('og:site_name'),
    tags.first('application-name', 'dc.source'),
    nameOf(thing.isPartOf),
    nameOf(thing.publisher),
    tags.first('publisher', 'copyright-holder'),
  ]
  const title = tags.first('og:title')
  return names.find((name) => name !== '' && name !== title && !/^https?:/.test(name)) ?? ''
}

function addressOf(tags: MetaTags, thing: Thing, savedFrom: string | undefined): string | undefined {
  const main = isThing(thing.mainEntityOfPage) ? thing.mainEntityOfPage['@id'] : thing.mainEntityOfPage
  const given = [
    tags.canonical,
    tags.first('og:url', 'citation_public_url'),
    textValue(thing.url),
    textValue(main),
    savedFrom ?? '',
    tags.first('twitter:url', 'parsely-link', 'dc.identifier', 'citation_abstract_html_url'),
  ]
  const addresses = given.flatMap((address) => absolute(address, savedFrom))
  // A site's front page is no article's address, though careless pages call it that.
  return addresses.find((address) => new URL(address).pathname.length > 1) ?? addresses[0]
}

function absolute(address: string, base: string | undefined): string[] {
  try {
    const url = new URL(address, base)
    return address !== '' && /^https?:$/.test(url.protocol) && url.href.length <= 2_000 ? [url.href] : []
  } catch {
    return []
  }
}

function typeOf(tags: MetaTags, thing: Thing): string {
  const types = typesOf(thing).join(' ')
  if (tags.first('citation_journal_title', 'prism.publicationname') !== '' || /ScholarlyArticle/.test(types))
    return 'article-journal'
  if (/NewsArticle|LiveBlogPosting|(?:^| )Report(?:$| )/.test(types)) return 'article-newspaper'
  if (/BlogPosting/.test(types)) return 'post-weblog'
  const [publisher] = listOf(thing.publisher)
  if (isThing(publisher) && typesOf(publisher).includes('NewsMediaOrganization')) return 'article-newspaper'
  return tags.first('news_keywords', 'cXenseParse:pageclass') !== '' && tags.first('og:type') === 'article'
    ? 'article-newspaper'
    : 'webpage'
}

function pagesOf(tags: MetaTags): string {
  const first = tags.first('citation_firstpage', 'prism.startingpage')
  const last = tags.first('citation_lastpage', 'prism.endingpage')
  return first !== '' && last !== '' && first !== last ? `${first}-${last}` : first
}

function issuedOf(page: HtmlElement, tags: MetaTags, thing: Thing): CslDate | undefined {
  const written = [
    tags.first('citation_publication_date', 'citation_date', 'citation_online_date', 'prism.publicationdate'),
    textValue(thing.datePublished),
    tags.first(
      'article:published_time',
      'og:published_time',
      'og:article:published_time',
      'parsely-pub-date',
      'sailthru.date',
      'datepublished',
      'dcterms.issued',
      'dc.date.issued',
      'dcterms.created',
      'dc.date',
      'pubdate',
      'publishdate',
      'publish-date',
      'publication_date',
      'date',
      'cxenseparse:recs:publishtime',
    ),
    textValue(thing.dateCreated),
    ...timesOf(page),
  ]
  for (const text of written) {
    const parts = text === '' ? null : parseDate(compact(text))
    if (parts !== null) return { 'date-parts': [parts] }
  }
  return undefined
}

/** `20250314` as journals have it, and `Fri, 14 Mar 2025 06:30:00 GMT`. */
function compact(text: string): string {
  return text
    .trim()
    .replace(/^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/, '$1-$2-$3')
    .replace(/\s+\d{1,2}:\d{2}(?::\d{2})?.*$/, '')
}

/** Dates that are marked up in the text itself: only what says that it is the day of publication. */
function timesOf(page: HtmlElement): string[] {
  const sure: string[] = []
  const other: string[] = []
  for (const element of elementsIn(page)) {
    const published =
      /datepublished|pubdate|published|publish-?date|entry-date|post-?date/i.test(
        `${attribute(element, 'itemprop')} ${nameTags(element)}`,
      ) || 'pubdate' in element.attributes
    const value =
      attribute(element, 'datetime') ||
      attribute(element, 'content') ||
      (published ? textOf(element, 60) : '')
    if (value === '' || value.length > 60) continue
    if (published) sure.push(value)
    else if (element.name === 'time' && !/modified|updated/i.test(nameTags(element))) other.push(value)
    if (sure.length + other.length > 200) break
  }
  // Of several unnamed times none can be told to be this article's.
  const [only, another] = [...new Set(other.map((value) => value.slice(0, 10)))]
  return [...sure.slice(0, 5), ...(only !== undefined && another === undefined ? [only] : [])]
}

function doiOf(tags: MetaTags, thing: Thing): string | undefined {
  const given = [
    ...tags.all(
      'citation_doi',
      'prism.doi',
      'dc.identifier',
      'dcterms.identifier',
      'bepress_citation_doi',
      'doi',
    ),
    textValue(thing.sameAs),
    nameOf(thing.identifier),
    ...listOf(thing.identifier).map((value) => (isThing(value) ? textValue(value.value) : textValue(value))),
  ]
  for (const text of given) {
    const doi = /\b10\.\d{4,9}\/[^\s"<>]+/.exec(text)?.[0]
    if (doi !== undefined) return doi.replace(/[.,;]+$/, '')
  }
  return undefined
}

function languageOf(tags: MetaTags, thing: Thing): string | undefined {
  const given = [
    tags.language,
    textValue(thing.inLanguage) || nameOf(thing.inLanguage),
    tags.first(
      'og:locale',
      'content-language',
      'citation_language',
      'dc.language',
      'dcterms.language',
      'language',
    ),
  ]
  for (const text of given) {
    try {
      const [tag] = text === '' ? [] : Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))
      if (tag !== undefined && /^[a-z]{2,3}(?:-|$)/i.test(tag)) return tag
    } catch {
      // Not a language tag: the next may be one.
    }
  }
  return undefined
}

const longestField = 2_000

function keywordsOf(tags: MetaTags, thing: Thing): string {
  const given = [
    ...listOf(thing.articleSection).map(textValue),
    ...tags.all('article:section', 'citation_section', 'parsely-section'),
    ...listOf(thing.keywords).map(textValue),
    ...tags.all(
      'article:tag',
      'citation_keywords',
      'news_keywords',
      'keywords',
      'parsely-tags',
      'dc.subject',
    ),
  ]
  const words = given
    .flatMap((text) => text.split(/\s*[,;]\s*/))
    .map(plainText)
    .filter((word) => word !== '' && word.length <= 100)
  const seen = new Set<string>()
  const kept = words
    .filter((word) => !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()))
    .slice(0, 40)
  while (kept.join(', ').length > longestField) kept.pop()
  return kept.join(', ')
}

/** Text as it should be read: some pages write `&amp;quot;` and tags into their metadata. */
export function plainText(text: string): string {
  const plain = /[&<]/.test(text) ? textOf(parseHtml(text)) : text
  return plain.replace(/\s+/g, ' ').trim().slice(0, 10_000)
}

function withoutEmpty<Values extends Record<string, string | CslName[] | CslDate | undefined>>(
  values: Values,
): Partial<Values> {
  const kept: Partial<Values> = {}
  for (const key in values) {
    const value = values[key]
    if (
      value !== undefined &&
      value !== '' &&
      !(
        typeof value === 'string' &&
        key !== 'abstract' &&
        key !== 'body' &&
        key !== 'description' &&
        value.length > longestField
      )
    )
      kept[key] = value
  }
  return kept
}
