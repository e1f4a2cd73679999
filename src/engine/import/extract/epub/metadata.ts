import type { CslName, SourceMetadata } from '#shared/model.ts'
import { htmlToBlocks } from '../html/blocks.ts'
import { languageTag, parseDate, peopleIn } from '../office/properties.ts'
import { children, textOf, type XmlElement } from '../office/xml.ts'

/** What a book says of itself. */
export function readMetadata(root: XmlElement | undefined): {
  title: string | undefined
  metadata: SourceMetadata
} {
  const refined = refinements(root)
  const metadata: SourceMetadata = { type: 'book', ...peopleOf(root, refined) }
  const text = (name: string) => textOf(children(root, name)[0])
  const set = <Key extends keyof SourceMetadata>(key: Key, value: SourceMetadata[Key] | null | undefined) => {
    if (value !== undefined && value !== null && value !== '') metadata[key] = value
  }
  set('publisher', text('dc:publisher'))
  set('issued', parseDate(publicationDate(root)))
  set('language', languageTag(text('dc:language')))
  set('abstract', plainDescription(text('dc:description')))
  set('keyword', children(root, 'dc:subject').map(textOf).filter(Boolean).join(', '))
  set('collection-title', seriesOf(root))
  for (const identifier of children(root, 'dc:identifier')) {
    const written = textOf(identifier) ?? ''
    const isbn = findIsbn(written, /isbn/i.test(identifier.attributes.scheme ?? ''))
    if (metadata.ISBN === undefined) set('ISBN', isbn)
    if (metadata.DOI === undefined) set('DOI', /^(?:urn:)?doi:(10\.\S+)$/i.exec(written)?.[1])
    if (metadata.URL === undefined && /^https?:\/\/\S+$/.test(written)) metadata.URL = written
  }
  return { title: titleOf(root, refined), metadata }
}

/** EPUB 3 says more about an element in `meta` elements that refer to its id; the key is `id property`. */
type Refinements = Map<string, string>

function refinements(root: XmlElement | undefined): Refinements {
  const found: Refinements = new Map()
  for (const meta of children(root, 'meta')) {
    const { refines, property } = meta.attributes
    const text = textOf(meta)
    if (refines === undefined || property === undefined || text === undefined) continue
    const key = `${refines.replace(/^#/, '')} ${property}`
    if (!found.has(key)) found.set(key, text)
  }
  return found
}

function refinedBy(element: XmlElement, property: string, refined: Refinements): string | undefined {
  const { id } = element.attributes
  const older = element.attributes[property]
  return (id === undefined ? undefined : refined.get(`${id} ${property}`)) ?? older
}

function titleOf(root: XmlElement | undefined, refined: Refinements): string | undefined {
  const titles = children(root, 'dc:title')
  const type = (title: XmlElement) => refinedBy(title, 'title-type', refined)
  const main = textOf(titles.find((title) => type(title) === 'main') ?? titles[0])
  const subtitle = textOf(titles.find((title) => type(title) === 'subtitle'))
  return main === undefined || subtitle === undefined || main === subtitle ? main : `${main}: ${subtitle}`
}

/** Codes of the Library of Congress for what somebody did; whoever has none wrote the book. */
const roles = new Map<string, 'author' | 'editor' | 'translator'>([
  ['aut', 'author'],
  ['edt', 'editor'],
  ['trl', 'translator'],
])

function peopleOf(root: XmlElement | undefined, refined: Refinements): SourceMetadata {
  const people: Pick<SourceMetadata, 'author' | 'editor' | 'translator'> = {}
  const add = (element: XmlElement, usual: string) => {
    const role = roles.get(refinedBy(element, 'role', refined) ?? usual)
    const names = nameOf(element, refined)
    if (role !== undefined && names.length > 0) people[role] = [...(people[role] ?? []), ...names]
  }
  for (const creator of children(root, 'dc:creator')) add(creator, 'aut')
  for (const contributor of children(root, 'dc:contributor')) add(contributor, '')
  return people
}

function nameOf(element: XmlElement, refined: Refinements): CslName[] {
  const written = textOf(element) ?? ''
  const sorted = refinedBy(element, 'file-as', refined) ?? ''
  const [name, ...more] = peopleIn(sorted)
  // A name for sorting helps where it is that of one person and really sorts: some programs repeat the name.
  return name?.family !== undefined && more.length === 0 && !written.includes(';')
    ? [name]
    : peopleIn(written)
}

function publicationDate(root: XmlElement | undefined): string | undefined {
  const dates = children(root, 'dc:date')
  const event = (date: XmlElement) => date.attributes.event
  return textOf(
    dates.find((date) => event(date) === 'publication') ?? dates.find((date) => event(date) === undefined),
  )
}

/** Shops put HTML into descriptions, escaped so that it reads as text. */
function plainDescription(text: string | undefined): string | undefined {
  if (text === undefined || !/<\w|&\w+;/.test(text)) return text
  return htmlToBlocks(text)
    .blocks.map((block) => block.text.trim())
    .filter(Boolean)
    .join('\n')
}

function seriesOf(root: XmlElement | undefined): string | undefined {
  const metas = children(root, 'meta')
  const newer = metas.find(({ attributes }) => attributes.property === 'belongs-to-collection')
  const older = metas.find(({ attributes }) => attributes.name === 'calibre:series')
  return textOf(newer) ?? older?.attributes.content
}

/** An ISBN whose check digit is right, without hyphens. A bare number is only taken for one where the book says so. */
export function findIsbn(text: string, isCalledSo: boolean): string | null {
  const digits = text
    .replace(/^(?:urn:)?isbn:?/i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase()
  const isNamed = isCalledSo || /isbn/i.test(text)
  if (/^97[89]\d{10}$/.test(digits)) return checkSum13(digits) ? digits : null
  return isNamed && /^\d{9}[\dX]$/.test(digits) && checkSum10(digits) ? digits : null
}

function checkSum13(digits: string): boolean {
  return (
    [...digits].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0
  )
}

function checkSum10(digits: string): boolean {
  const worth = (digit: string) => (digit === 'X' ? 10 : Number(digit))
  return [...digits].reduce((sum, digit, index) => sum + worth(digit) * (10 - index), 0) % 11 === 0
}
