import { parse } from 'yaml'
import { parseDate as readEdtf } from '#shared/dates/index.ts'
import type { CslDate, CslName, SourceMetadata } from '#shared/model.ts'
import { parseDate } from '../../dates.ts'
import { parseNames, toName } from '../../names.ts'

/** What a file says of itself before its text. */
export interface FrontMatter {
  title?: string
  metadata: SourceMetadata
}

/** Reads YAML; null where it is broken or no list of fields. */
export function parseYaml(yaml: string): Record<string, unknown> | null {
  return asFields(() =>
    parse(yaml, { schema: 'core', maxAliasCount: 50, logLevel: 'error', uniqueKeys: false }),
  )
}

/** Reads the plain `key = value` lines of TOML that Hugo's front matter is made of; null where there are none. */
export function parseToml(toml: string): Record<string, unknown> | null {
  return asFields(() => {
    const lines = [...toml.matchAll(/^([\w-]+)[ \t]*=[ \t]*(.+)$/gm)]
    return Object.fromEntries(lines.map(([, key = '', value = '']) => [key, parseTomlValue(value.trim())]))
  })
}

function parseTomlValue(value: string): unknown {
  try {
    return JSON.parse(value.replace(/^'(.*)'$/, '"$1"').replace(/,\s*\]$/, ']'))
  } catch {
    return value
  }
}

function asFields(read: () => unknown): Record<string, unknown> | null {
  try {
    const found = read()
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return null
    return Object.fromEntries(Object.entries(found).map(([key, value]) => [plainKey(key), value]))
  } catch {
    return null
  }
}

/** `Date Published`, `date_published` and `date-published` are one. */
function plainKey(key: string): string {
  return key
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
}

/** By which keys programs and people write a text field, the surest first. */
const textKeys: [field: TextField, keys: string[]][] = [
  [
    'container-title',
    ['container-title', 'publication', 'journal', 'newspaper', 'magazine', 'website', 'site-name', 'site'],
  ],
  ['publisher', ['publisher']],
  ['publisher-place', ['publisher-place', 'place', 'location', 'dateline']],
  ['collection-title', ['collection-title', 'series']],
  ['edition', ['edition']],
  ['volume', ['volume']],
  ['issue', ['issue', 'number']],
  ['page', ['page', 'pages']],
  ['ISBN', ['isbn']],
  ['ISSN', ['issn']],
  ['abstract', ['abstract', 'description', 'summary', 'excerpt']],
]
type TextField =
  | 'container-title'
  | 'publisher'
  | 'publisher-place'
  | 'collection-title'
  | 'edition'
  | 'volume'
  | 'issue'
  | 'page'
  | 'ISBN'
  | 'ISSN'
  | 'abstract'

const nameKeys: ['author' | 'editor' | 'translator', string[]][] = [
  ['author', ['author', 'authors', 'by', 'byline', 'creator', 'creators']],
  ['editor', ['editor', 'editors']],
  ['translator', ['translator', 'translators']],
]

const dateKeys: ['issued' | 'accessed' | 'event-date', string[]][] = [
  [
    'issued',
    [
      'issued',
      'published',
      'date-published',
      'publication-date',
      'published-date',
      'publish-date',
      'pubdate',
      'publishdate',
      'datepublished',
      'date',
      'year',
    ],
  ],
  [
    'accessed',
    ['accessed', 'date-accessed', 'access-date', 'retrieved', 'saved', 'date-saved', 'clipped', 'captured'],
  ],
  ['event-date', ['event-date']],
]

/** Turns fields into CSL's. What is not understood is left out: a field more is worth less than a wrong one. */
export function toFrontMatter(fields: Record<string, unknown>): FrontMatter {
  const metadata: SourceMetadata = {}
  const first = (keys: string[]) => keys.map((key) => textOf(fields[key])).find((text) => text !== undefined)
  for (const [field, keys] of textKeys) {
    const text = first(keys)
    if (text !== undefined) metadata[field] = text
  }
  for (const [field, keys] of nameKeys) {
    const names = keys.map((key) => namesOf(fields[key])).find(({ length }) => length > 0)
    if (names !== undefined) metadata[field] = names
  }
  for (const [field, keys] of dateKeys) {
    const date = keys.map((key) => dateOf(fields[key])).find((found) => found !== null)
    if (date) metadata[field] = date
  }
  const type = textOf(fields.type)
  if (type !== undefined && cslTypes.has(type)) metadata.type = type
  addAddresses(metadata, fields, first)
  const language = languageOf(first(['lang', 'language', 'locale']))
  if (language !== undefined) metadata.language = language
  const keyword = listOf(
    fields.keywords ?? fields.keyword ?? fields.tags ?? fields['document-tags'] ?? fields.tag,
  )
  if (keyword.length > 0) metadata.keyword = keyword.join(', ')
  const title = first(['title', 'headline', 'full-title'])
  return title === undefined ? { metadata } : { title, metadata }
}

type First = (keys: string[]) => string | undefined

/** `source:` names a newspaper as often as it gives an address. */
function addAddresses(metadata: SourceMetadata, fields: Record<string, unknown>, first: First): void {
  const isAddress = (text: string | undefined) => text !== undefined && /^https?:\/\/\S+$/i.test(text)
  const url = ['url', 'canonical', 'canonical-url', 'link', 'source-url', 'source', 'permalink']
    .map((key) => textOf(fields[key]))
    .find(isAddress)
  if (url !== undefined) metadata.URL = url
  const source = textOf(fields.source)
  if (source !== undefined && !isAddress(source)) metadata['container-title'] ??= source
  const doi = /10\.\d{4,9}\/\S+/.exec(first(['doi']) ?? '')?.[0]
  if (doi !== undefined) metadata.DOI = doi
}

const cslTypes = new Set([
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'dataset',
  'document',
  'entry-encyclopedia',
  'hearing',
  'interview',
  'legislation',
  'manuscript',
  'pamphlet',
  'paper-conference',
  'personal_communication',
  'post',
  'post-weblog',
  'report',
  'review',
  'speech',
  'thesis',
  'treaty',
  'webpage',
])

/** A field's value as one line of text, without the brackets of wikilinks; undefined of anything else. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.length === 1 ? textOf(value[0]) : undefined
  if (typeof value === 'object' && value !== null && 'name' in value) return textOf(value.name)
  if (typeof value !== 'string') return undefined
  const text = value
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? undefined : text
}

/** Names as a text, a list of texts, or as fields such as CSL's and Hugo's. */
function namesOf(value: unknown): CslName[] {
  if (typeof value === 'string') return parseNames(value)
  if (Array.isArray(value)) {
    return value
      .flatMap((one) => (typeof one === 'string' ? [toName(textOf(one) ?? '')] : namesOf(one)))
      .filter(isNamed)
  }
  if (typeof value !== 'object' || value === null) return []
  const parts = asFields(() => value) ?? {}
  const family = textOf(parts.family ?? parts.last ?? parts['last-name'] ?? parts.lastname)
  const given = textOf(parts.given ?? parts.first ?? parts['first-name'] ?? parts.firstname)
  if (family !== undefined) return [given === undefined ? { family } : { family, given }]
  const whole = textOf(parts.literal ?? parts.name)
  return whole === undefined ? [] : [toName(whole)]
}

function isNamed({ family, literal }: CslName): boolean {
  return family !== undefined || (literal !== undefined && literal !== '')
}

function dateOf(value: unknown): CslDate | null {
  if (typeof value === 'object' && value !== null && 'date-parts' in value)
    return dateOf(firstDate(value['date-parts']))
  const text = value instanceof Date ? value.toISOString() : (textOf(value) ?? '')
  // Our own exports write dates so; of other signs a page's date may be made of, the other reader knows more.
  const edtf = /^(?:-?\d{4}[-\dXx/.~?%]*|\d{2,3}[Xx]{1,2}|".+")$/.test(text) ? readEdtf(text) : null
  if (edtf !== null) return edtf
  const parts = parseDate(text)
  return parts === null ? null : { 'date-parts': [parts] }
}

function firstDate(parts: unknown): unknown {
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined
  return Array.isArray(first) ? first.map((part) => String(part).padStart(2, '0')).join('-') : undefined
}

function languageOf(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** Tags as a list, or as one text between commas; hashes before them are taken off. */
function listOf(value: unknown): string[] {
  const parts: unknown[] = typeof value === 'string' ? value.split(/[,;]/) : Array.isArray(value) ? value : []
  return parts.map((part) => textOf(part)?.replace(/^#/, '') ?? '').filter((part) => part !== '')
}
