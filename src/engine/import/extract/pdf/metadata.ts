import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { CslDate, CslName, ImportNote, SourceMetadata } from '#shared/model.ts'
import type { OutlineEntry } from './headings.ts'

export interface Described {
  /** What the file says its title is, where that can be one. */
  title: string | undefined
  metadata: SourceMetadata
  outline: OutlineEntry[]
  notes: ImportNote[]
}

interface Xmp {
  get(name: string): unknown
}

/** What a PDF says about itself outside of its pages. */
export async function readDescription(document: PDFDocumentProxy, fileName: string): Promise<Described> {
  const { info, xmp } = await readInfo(document)
  const metadata: SourceMetadata = {}
  const authors = namesOf(xmp?.get('dc:creator'), info.Author)
  if (authors.length > 0) metadata.author = authors
  const doi = doiIn(
    [xmp?.get('prism:doi'), xmp?.get('dc:identifier'), xmp?.get('pdfx:doi'), info.doi].map(textOf).join(' '),
  )
  if (doi !== undefined) metadata.DOI = doi
  const issued = dateOf(
    textOf(xmp?.get('prism:publicationdate')) ||
      textOf(xmp?.get('prism:coverdate')) ||
      textOf(xmp?.get('dc:date')),
  )
  if (issued !== undefined) metadata.issued = issued
  const journal = textOf(xmp?.get('prism:publicationname'))
  if (journal !== '') metadata['container-title'] = journal
  const publisher = textOf(xmp?.get('dc:publisher'))
  if (publisher !== '') metadata.publisher = publisher
  const language = languageOf(textOf(info.Language))
  if (language !== undefined) metadata.language = language
  const keywords = textOf(info.Keywords)
  if (keywords !== '') metadata.keyword = keywords
  return {
    title: titleOf([textOf(xmp?.get('dc:title')), textOf(info.Title)], fileName),
    metadata,
    outline: await outlineOf(document),
    notes: [...createdNote(textOf(info.CreationDate)), ...(await labelsNote(document))],
  }
}

async function readInfo(
  document: PDFDocumentProxy,
): Promise<{ info: Record<string, unknown>; xmp: Xmp | null }> {
  try {
    const { info, metadata } = await document.getMetadata()
    return { info: info as Record<string, unknown>, xmp: metadata }
  } catch {
    return { info: {}, xmp: null }
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ')
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
}

/** The first of these that is a title and not a file's name, a program's or a placeholder. */
function titleOf(found: readonly string[], fileName: string): string | undefined {
  const stem = fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
  return found
    .map((title) => title.replace(/^Microsoft (?:Word|PowerPoint|Excel) ?- ?/i, ''))
    .find((title) => {
      if (title.length < 4 || !/\p{L}{2}/u.test(title)) return false
      if (
        /\.(?:docx?|odt|rtf|pdf|tex|dvi|indd|qxd|pptx?|xlsx?|html?|txt|pages|fm|p65|ps|eps|ai|cdr)$/i.test(
          title,
        ) ||
        title.toLowerCase() === stem
      )
        return false
      if (/^[\w-]+[_\d][\w-]*$/.test(title) || /[\\/]{1}[\w-]+[\\/]/.test(title)) return false
      return !/^(?:untitled|unknown|no title|title|document\d*|slide \d+|powerpoint presentation|pdf(?: document)?|print|layout \d+|book|article|manuscript|template|sans titre|unbenannt|sin título)$/i.test(
        title,
      )
    })
}

function namesOf(creator: unknown, author: unknown): CslName[] {
  const listed = Array.isArray(creator) ? creator.map(textOf) : splitNames(textOf(creator) || textOf(author))
  const names = listed.flatMap((name) => (listed.length === 1 ? splitNames(name) : [name]))
  return names.filter(isName).map(toName)
}

function splitNames(text: string): string[] {
  if (/;/.test(text)) return text.split(/\s*;\s*/)
  const parts = text.split(/\s+(?:and|&|und|et|y)\s+|,\s+(?:and\s+)?/u)
  // `Solheim, Marit` is one name; commas part names where each has a first and a last one.
  return parts.length > 1 && parts.every((part) => /\S\s+\S/.test(part))
    ? parts
    : text.split(/\s+(?:and|&)\s+/u)
}

function isName(name: string): boolean {
  if (name.length < 3 || name.length > 100 || !/\p{L}{2}/u.test(name) || /[@\\/]|https?:/.test(name))
    return false
  if (!/\s/.test(name) && (/^[\p{Ll}\d._-]+$/u.test(name) || /\d/.test(name))) return false
  return !/^(?:unknown|anonymous|admin(?:istrator)?|user|owner|author|default|windows user|root|none|\(?anonymous\)?)$/i.test(
    name,
  )
}

function toName(name: string): CslName {
  const [family, given] = name.split(/,\s*/)
  if (given !== undefined && family !== undefined && name.split(',').length === 2) return { family, given }
  return { literal: name }
}

/** A DOI in a text. */
export function doiIn(text: string): string | undefined {
  return /\b10\.\d{4,9}\/[^\s"<>{}|\\^]+/.exec(text)?.[0].replace(/[.,;:)\]'’”]+$/u, '')
}

/** A date of XMP's (`2025-03-14T…`, also in part) or PDF's (`D:20250314…`) as CSL has it. */
export function dateOf(text: string): CslDate | undefined {
  const found = /^(?:D:)?(\d{4})-?(\d{2})?-?(\d{2})?/.exec(text)
  const year = Number(found?.[1])
  if (found === null || year < 1400 || year > 2200) return undefined
  const month = Number(found[2] ?? 0)
  const day = Number(found[3] ?? 0)
  if (month < 1 || month > 12) return { 'date-parts': [[year]] }
  return { 'date-parts': [day < 1 || day > 31 ? [year, month] : [year, month, day]] }
}

function languageOf(text: string): string | undefined {
  const tag = text.replace(/_/g, '-')
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) && !/^(?:und|zxx|x-)/i.test(tag) ? tag : undefined
}

interface OutlineNode {
  title: string
  items: OutlineNode[]
}

const mostEntries = 5000

async function outlineOf(document: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = []
  const visit = (nodes: readonly OutlineNode[], level: number) => {
    for (const { title, items } of nodes) {
      if (entries.length >= mostEntries) return
      entries.push({ title, level })
      if (level < 6) visit(items ?? [], level + 1)
    }
  }
  try {
    visit(((await document.getOutline()) ?? []) as OutlineNode[], 1)
  } catch {
    // A broken outline says nothing.
  }
  return entries
}

function createdNote(created: string): ImportNote[] {
  const parts = dateOf(created)?.['date-parts'][0]
  if (parts === undefined) return []
  return [{ what: 'pdf-created', detail: parts.map((part) => String(part).padStart(2, '0')).join('-') }]
}

/** Says how the document numbers its pages itself, where that is not from 1. */
async function labelsNote(document: PDFDocumentProxy): Promise<ImportNote[]> {
  try {
    const labels = await document.getPageLabels()
    if (labels === null || labels.every((label, index) => label === '' || label === String(index + 1)))
      return []
    const first = labels.find((label) => label !== '') ?? ''
    return [{ what: 'pdf-page-labels', detail: `${first}–${labels.at(-1) ?? ''}` }]
  } catch {
    return []
  }
}
