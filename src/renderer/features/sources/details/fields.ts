import { type DateFault, isFault, readDate } from '#shared/dates/index.ts'
import type { CslDate, CslName, SourceMetadata } from '#shared/model.ts'

export type Field = keyof SourceMetadata
export type NamesField = 'author' | 'editor' | 'translator'
export type DateField = 'issued' | 'accessed' | 'event-date'
export type LineField = Exclude<Field, NamesField | DateField | 'type'>
export type Value = string | CslName[] | CslDate | undefined

/** What most sources have, in the order one fills it in. */
export const usualFields: readonly Field[] = [
  'type',
  'author',
  'container-title',
  'publisher',
  'issued',
  'URL',
  'language',
]

/** The rest, which a bibliography may ask for. */
export const moreFields: readonly Field[] = [
  'editor',
  'translator',
  'event-date',
  'accessed',
  'publisher-place',
  'collection-title',
  'volume',
  'issue',
  'page',
  'edition',
  'DOI',
  'ISBN',
  'ISSN',
  'keyword',
  'abstract',
  'note',
]

/** Fields that hold more than a line. */
export const longFields: readonly Field[] = ['abstract', 'note']

/** The types of CSL that research on articles meets. */
export const types = [
  'article-newspaper',
  'article-magazine',
  'article-journal',
  'article',
  'webpage',
  'post-weblog',
  'post',
  'report',
  'book',
  'chapter',
  'paper-conference',
  'thesis',
  'manuscript',
  'legislation',
  'legal_case',
  'interview',
  'speech',
  'broadcast',
  'motion_picture',
  'personal_communication',
  'dataset',
  'entry-encyclopedia',
  'review',
  'document',
] as const

export function isNamesField(field: Field): field is NamesField {
  return field === 'author' || field === 'editor' || field === 'translator'
}

export function isDateField(field: Field): field is DateField {
  return field === 'issued' || field === 'accessed' || field === 'event-date'
}

/** Metadata as the engine takes it: fields that say nothing are left out. */
export function withoutEmpty(metadata: SourceMetadata): SourceMetadata {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => !isEmpty(value)))
}

export function isEmpty(value: Value): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** The value that all of several sources share for a field; `mixed` where they differ. */
export function sharedValue(all: readonly SourceMetadata[], field: Field): { value: Value; mixed: boolean } {
  const [first, ...rest] = all
  const value = first?.[field]
  const written = JSON.stringify(value)
  const mixed = rest.some((metadata) => JSON.stringify(metadata[field]) !== written)
  return mixed ? { value: undefined, mixed } : { value, mixed }
}

/** What is odd about a written value, as a key of the catalogue; `stops` says that it cannot be kept like this. */
export interface Problem {
  key: `date.${DateFault}` | 'title' | 'URL' | 'DOI' | 'ISBN' | 'ISSN' | 'language'
  stops: boolean
}

/** Looks at what was written into a field of one line or a date; null where nothing is wrong, or nothing stands. */
export function problemOf(field: Field, text: string): Problem | null {
  const written = text.trim()
  if (written === '') return null
  if (isDateField(field)) {
    const date = readDate(written)
    return isFault(date) ? { key: `date.${date}`, stops: true } : null
  }
  const check = checks[field]
  return check === undefined || check(written) ? null : { key: field as Problem['key'], stops: false }
}

const checks: Partial<Record<Field, (written: string) => boolean>> = {
  URL: (written) => /^https?:\/\/[^\s/]+\.\S+$/i.test(written),
  DOI: (written) => /^10\.\d{4,9}\/\S+$/.test(written),
  ISBN: isIsbn,
  ISSN: (written) => /^\d{4}-\d{3}[\dX]$/i.test(written),
  language: isLanguageTag,
}

/** A value of one line as it is kept: a DOI without the address that leads to it. */
export function tidied(field: Field, text: string): string {
  const written = text.trim()
  return field === 'DOI' ? written.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '') : written
}

/** Ten or thirteen digits whose last one checks the others. Several numbers may stand in a row. */
function isIsbn(written: string): boolean {
  return written
    .split(/[,;\s]+/)
    .filter(Boolean)
    .every((one) => {
      const signs = one.replaceAll('-', '').toUpperCase()
      if (/^\d{13}$/.test(signs)) return weighed(signs, (i) => (i % 2 === 0 ? 1 : 3)) % 10 === 0
      return /^\d{9}[\dX]$/.test(signs) && weighed(signs, (i) => 10 - i) % 11 === 0
    })
}

function weighed(signs: string, weight: (index: number) => number): number {
  return [...signs].reduce((sum, sign, i) => sum + (sign === 'X' ? 10 : Number(sign)) * weight(i), 0)
}

function isLanguageTag(written: string): boolean {
  try {
    return Intl.getCanonicalLocales(written).length === 1
  } catch {
    return false
  }
}
