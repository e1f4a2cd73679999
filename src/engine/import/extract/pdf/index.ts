/**
 * PDF: text in reading order, with its pages. `library` opens the file, `read-page` reads runs of text off a page, and
 * from there geometry decides, or the tags where the document has good ones. docs/adr/0010-pdf-text.md says why so.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { CrossreadError } from '#shared/errors.ts'
import type { ImportNote } from '#shared/model.ts'
import type { Extracted, ExtractInput } from '../types.ts'
import { assemble } from './assemble.ts'
import { checkLetters, withoutControls } from './letters.ts'
import { readDescription } from './metadata.ts'
import { openDocument } from './open.ts'
import { placeComments, placeLinks } from './places.ts'
import { readPages } from './read-pages.ts'
import { structure } from './structure.ts'
import { titleAndSource } from './title.ts'

/**
 * Reads a PDF. Every block has the page where it starts. Footnotes stand at the end, linked with their marks; running
 * heads and page numbers are left out, and a note counts them.
 * @throws CrossreadError `file_unreadable` for a file that is broken, protected by a password, or without text
 */
export async function extractPdf({ name, bytes }: ExtractInput): Promise<Extracted[]> {
  const { document, repaired, close } = await openDocument(bytes)
  try {
    const extracted = await extract(document, name)
    if (repaired) extracted.notes.unshift({ what: 'pdf-repaired' })
    return [extracted]
  } finally {
    await close()
  }
}

async function extract(document: PDFDocumentProxy, name: string): Promise<Extracted> {
  const { pages, notes: readingNotes } = await readPages(document)
  const described = await readDescription(document, name)
  if (pages.every(({ runs, tilted }) => runs.length === 0 && tilted.length === 0)) throw withoutText()
  const letters = checkLetters(pages)
  const { drafts, vocabulary, printed, notes } = structure(withoutControls(pages), described.outline)
  const { blocks, placed } = assemble(drafts, vocabulary)
  if (blocks.length === 0) throw withoutText()
  for (const [block, links] of placeLinks(pages, placed)) blocks[block]?.links.push(...links)
  const { comments, lost } = placeComments(pages, placed)
  const lostNote: ImportNote[] = lost.length === 0 ? [] : [{ what: 'pdf-lost-comments', count: lost.length }]
  return {
    mediaType: 'application/pdf',
    ...titleAndSource(described, blocks, printed),
    blocks: blocks.map(({ links, ...block }) => (links.length === 0 ? block : { ...block, links })),
    ...(comments.length === 0 ? {} : { comments }),
    notes: [...readingNotes, ...letters, ...notes, ...lostNote, ...described.notes],
  }
}

function withoutText(): CrossreadError {
  return new CrossreadError(
    'file_unreadable',
    'There is no text in this PDF (scanned?). Run text recognition (OCR) on it, for example with OCRmyPDF, and import the result.',
  )
}
