import type { CslDate, CslName, ImportNote, SourceMetadata } from '#shared/model.ts'
import { parseNames } from '../../names.ts'

/** What a document's properties say, as they stand in the file. */
export interface DocumentProperties {
  title?: string | undefined
  creators?: (string | undefined)[]
  /** ISO 8601, whole or in part. */
  created?: string | undefined
  language?: string | undefined
  keywords?: string | undefined
  subject?: string | undefined
  description?: string | undefined
}

/**
 * Turns properties into metadata. A program writes them more often than a person, so that the names of accounts and the
 * titles of templates are not believed, and the day a file was created is told in a note but is not taken for the day
 * its text was published: a conversion or a copied template would make it wrong without anybody seeing.
 */
export function toMetadata(properties: DocumentProperties): {
  title: string | undefined
  metadata: SourceMetadata
  notes: ImportNote[]
} {
  const metadata: SourceMetadata = {}
  const notes: ImportNote[] = []
  const author = (properties.creators ?? []).flatMap((creator) => peopleIn(creator ?? ''))
  if (author.length > 0) metadata.author = author
  const created = parseDate(properties.created)
  if (created !== null) notes.push({ what: 'created', detail: isoDate(created) })
  const language = languageTag(properties.language)
  if (language !== null) metadata.language = language
  const keyword = [properties.keywords, properties.subject].map((text) => text?.trim()).filter(Boolean)
  if (keyword.length > 0) metadata.keyword = keyword.join(', ')
  const description = properties.description?.trim()
  if (description) metadata.abstract = description
  return { title: plausibleTitle(properties.title), metadata, notes }
}

const accounts =
  /^(?:user|usuario|benutzer|utilisateur|admin|administrator|owner|author|autor|unknown|microsoft(?: office| corporation)?(?: user)?|windows user|office|python-docx|pandoc|libreoffice|openoffice(?:\.org)?|apache poi|anonymous|root|hp|dell|asus|acer|lenovo|pc|customer|default|x|test)$/i

/** The people that a property names, without the accounts and programs that stand there in their place. */
export function peopleIn(text: string): CslName[] {
  return parseNames(text).filter(({ literal }) => literal === undefined || !accounts.test(literal))
}

/** `2025`, `2025-03` or `2025-03-14`, with or without a time behind; null for anything else and for impossible days. */
export function parseDate(text: string | undefined): CslDate | null {
  const parts = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\d-])/.exec(text ?? '')
  if (parts === null) return null
  const numbers = parts.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]))
  const [year = 0, month = 1, day = 1] = numbers
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1400 && year <= 2200 ? { 'date-parts': [numbers] } : null
}

function isoDate(date: CslDate): string {
  return (date['date-parts'][0] ?? []).map((part) => String(part).padStart(2, '0')).join('-')
}

/** A well-formed language tag, in its usual letters; null for anything else. */
export function languageTag(text: string | undefined): string | null {
  const tag = text?.trim().replace(/_/g, '-') ?? ''
  try {
    const [known] = tag === '' || /^(?:x-none|und|zxx|mul)$/i.test(tag) ? [] : Intl.getCanonicalLocales(tag)
    return known ?? null
  } catch {
    return null
  }
}

const programTitles =
  /^(?:document ?\d*|dokument ?\d*|doc\d*|untitled.*|unbenannt.*|sans titre.*|title|titel|normal|template|microsoft word.*|powerpoint presentation|.*\.(?:docx?|docm|dotx?|odt|rtf|txt|pdf|indd|epub))$/i

/** A title that a person can have given; undefined where a program made it up. */
export function plausibleTitle(title: string | undefined): string | undefined {
  const plain = title?.replace(/\s+/g, ' ').trim() ?? ''
  return /[\p{L}\p{N}]/u.test(plain) && plain.length <= 300 && !programTitles.test(plain) ? plain : undefined
}
