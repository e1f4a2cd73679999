import { dateToEdtf, parseDate } from '#shared/dates/index.ts'
import type { CslDate, CslName, SourceMetadata } from '#shared/model.ts'
import { doiKey } from '../../identity.ts'
import { type CslItem, isItem } from './citation.ts'
import { languageTag } from './language.ts'
import { plainText } from './plain-text.ts'

/** An entry of a bibliography as a source knows it. */
export interface Entry {
  title: string
  metadata: SourceMetadata
}

const texts = [
  'container-title',
  'collection-title',
  'publisher',
  'publisher-place',
  'edition',
  'volume',
  'issue',
  'page',
  'ISBN',
  'ISSN',
  'keyword',
] as const
const people = ['author', 'editor', 'translator'] as const
const dates = ['issued', 'accessed', 'event-date'] as const

/** Fields of CSL's that a source has no place for: they stand in the note as `number: 3`, the way CSL's tools read them. */
const inNote = [
  'number',
  'genre',
  'event-title',
  'event-place',
  'collection-number',
  'chapter-number',
  'number-of-pages',
  'number-of-volumes',
  'section',
  'version',
  'status',
  'medium',
  'authority',
  'archive',
  'archive_location',
  'call-number',
  'reviewed-title',
  'PMID',
  'PMCID',
]

const longestText = 2_000
const longestNote = 100_000

/** An entry by what its CSL-JSON says: without markup, dates as they are known, fields without a place in the note. */
export function toEntry(item: CslItem): Entry {
  const metadata: SourceMetadata = { type: typeOf(item) }
  for (const field of people) {
    const names = namesOf(item[field])
    if (names.length > 0) metadata[field] = names
  }
  for (const field of texts) {
    const text = textOf(item[field])
    // Citation.js puts keywords in a row without a space.
    const spaced = field === 'keyword' ? text.replace(/,(?=\S)/g, ', ') : text
    if (text !== '') metadata[field] = spaced.slice(0, longestText)
  }
  for (const field of dates) {
    const date = dateOf(item[field])
    if (date !== null) metadata[field] = date
  }
  addIdentifiers(item, metadata)
  const language = languageTag(textOf(item.language))
  if (language !== null) metadata.language = language
  const abstract = textOf(item.abstract, true)
  if (abstract !== '') metadata.abstract = abstract.slice(0, longestNote)
  const note = noteOf(item)
  if (note !== '') metadata.note = note.slice(0, longestNote)
  return { title: titleOf(item, metadata), metadata }
}

function typeOf({ type, genre }: CslItem): string {
  if (type === 'article-journal' && genre === 'newspaper') return 'article-newspaper'
  return typeof type === 'string' && /^[a-z_-]{3,40}$/.test(type) ? type : 'document'
}

/** Of a work without a title, what else names it. */
function titleOf(item: CslItem, { author, issued }: SourceMetadata): string {
  for (const field of [
    'title',
    'title-short',
    'shortTitle',
    'reviewed-title',
    'container-title',
    'event-title',
  ]) {
    const text = textOf(item[field])
    if (text !== '') return text.slice(0, longestText)
  }
  const who = author?.[0]?.family ?? author?.[0]?.literal
  const year = issued?.['date-parts'][0]?.[0]
  return [who, year].filter((part) => part !== undefined).join(' ') || textOf(item.id).slice(0, longestText)
}

function addIdentifiers(item: CslItem, metadata: SourceMetadata): void {
  const url = textOf(item.URL)
  if (/^https?:\/\/\S+$/i.test(url) && url.length <= longestText) metadata.URL = url
  const written = textOf(item.DOI)
  const doi = doiKey(written) === null ? '' : written.replace(/^.*?(?=10\.\d{4,9}\/)/s, '')
  if (doi !== '') metadata.DOI = doi.slice(0, longestText)
}

function noteOf(item: CslItem): string {
  const lines = [item.note, item.annote].map((value) => textOf(value, true)).filter((text) => text !== '')
  for (const field of inNote) {
    const text = textOf(item[field])
    // What BibTeX calls an entry is not what its author calls it.
    const isType = field === 'genre' && /^(?:newspaper|techreport|phdthesis|mastersthesis)$/.test(text)
    if (text !== '' && !isType) lines.push(`${field}: ${text}`)
  }
  const original = dateOf(item['original-date'])
  if (original !== null) lines.push(`original-date: ${original.literal ?? dateToEdtf(original)}`)
  return lines.join('\n')
}

/** A value as words: several are put in a row. */
function textOf(value: unknown, multiline = false): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return plainText(value, multiline)
  if (!Array.isArray(value)) return ''
  return value
    .map((each) => textOf(each))
    .filter((each) => each !== '')
    .join(', ')
}

const longestName = 500
const mostNames = 1_000

function namesOf(value: unknown): CslName[] {
  if (!Array.isArray(value)) return []
  return value.slice(0, mostNames).flatMap((each) => {
    const name = typeof each === 'string' ? { literal: textOf(each) } : isItem(each) ? nameOf(each) : null
    return name === null ? [] : [name]
  })
}

function nameOf(item: CslItem): CslName | null {
  const part = (field: string) => textOf(item[field]).slice(0, longestName)
  if (part('literal') !== '') return { literal: part('literal') }
  const family = [part('non-dropping-particle'), part('family')].filter(Boolean).join(' ')
  const given = [part('given'), part('dropping-particle')].filter(Boolean).join(' ')
  if (family === '' && given === '') return null
  // BibTeX's braces around a name keep it whole: it is an office's.
  if (given === '') return { literal: family }
  if (family === '') return { literal: given }
  return { family, given: part('suffix') === '' ? given : `${given}, ${part('suffix')}` }
}

/** A date, or the two that a range has, as far as they are known; else the words that stand in its place, such as “in press”. */
function dateOf(value: unknown): CslDate | null {
  if (!isItem(value)) return null
  const listed: unknown[] = Array.isArray(value['date-parts']) ? value['date-parts'] : []
  const known = listed.map(dayParts).filter((parts) => parts.length > 0)
  const season = seasonOf(value.season) ?? seasonOf(pseudoMonth(listed[0]))
  const marks = {
    ...(season !== null && known.length === 1 && known[0]?.length === 1 && { season }),
    ...(isSaid(value.circa) && { circa: true }),
  }
  // What has no end yet is written as a range to the year 0.
  if (known.length === 1 && isOpenEnd(listed[1])) return { 'date-parts': [...known, [0]], ...marks }
  if (known.length > 0) return { 'date-parts': known.slice(0, 2), ...marks }
  return writtenDate(textOf(value.raw) || textOf(value.literal))
}

function writtenDate(written: string): CslDate | null {
  const read = written === '' ? null : parseDate(written)
  if (read !== null) return read
  const found = [...written.matchAll(/(?<!\d)(-?\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?!\d)/g)]
  const parts = found.map(([, ...each]) => dayParts(each)).filter((each) => each.length > 0)
  if (parts.length > 0) return { 'date-parts': parts.slice(0, 2) }
  return written === '' ? null : { 'date-parts': [], literal: written.slice(0, longestName) }
}

/** 1 to 4 of a number or an English name, or of the months 13 to 16 and 21 to 24 that stand for seasons. */
function seasonOf(value: unknown): number | null {
  const text = textOf(value).toLowerCase()
  const named = ['spring', 'summer', 'autumn', 'winter'].indexOf(text === 'fall' ? 'autumn' : text) + 1
  if (named > 0) return named
  const number = Number(text)
  const season = number > 20 ? number - 20 : number > 12 ? number - 12 : number
  return Number.isInteger(season) && season >= 1 && season <= 4 ? season : null
}

function pseudoMonth(parts: unknown): unknown {
  const month: unknown = Array.isArray(parts) ? parts[1] : undefined
  return Number(month) > 12 ? month : undefined
}

function isOpenEnd(parts: unknown): boolean {
  return Array.isArray(parts) && parts.length > 0 && parts.every((part) => Number(part) === 0)
}

/** CSL lets a yes be `true`, a number or a word. */
function isSaid(value: unknown): boolean {
  return value === true || (typeof value === 'number' && value !== 0) || /^(?!false$|0$)./.test(textOf(value))
}

function dayParts(value: unknown): number[] {
  if (!Array.isArray(value)) return []
  const [year, month, day] = value.map((each) => (each === null || each === '' ? Number.NaN : Number(each)))
  if (year === undefined || !Number.isInteger(year) || year === 0 || Math.abs(year) > 9_999) return []
  if (month === undefined || !Number.isInteger(month) || month < 1 || month > 12) return [year]
  if (day === undefined || !Number.isInteger(day) || day < 1 || day > 31) return [year, month]
  return [year, month, day]
}
