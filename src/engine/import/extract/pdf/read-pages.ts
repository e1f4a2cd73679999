import type { PDFDocumentProxy } from 'pdfjs-dist'
import { CrossreadError } from '#shared/errors.ts'
import type { ImportNote } from '#shared/model.ts'
import { fontBook } from './fonts.ts'
import type { PageText } from './model.ts'
import { readPage } from './read-page.ts'

/** A worker has 30 s for a file; the rest is for what comes after reading. In milliseconds. */
const longestReading = 20_000
/** In UTF-16 units: about 40 books. What comes after needs some 50 bytes for each. */
const mostText = 12_000_000
/** A broken page tree can claim millions of pages. */
const mostPages = 20_000
/** So many pages in a row that cannot be read end the reading. */
const mostFailures = 200

/** Reads page after page, as far as time and memory allow. Pages that cannot be read are counted in a note. */
export async function readPages(
  document: PDFDocumentProxy,
): Promise<{ pages: PageText[]; notes: ImportNote[] }> {
  const fonts = fontBook()
  const pages: PageText[] = []
  const deadline = Date.now() + longestReading
  let failed = 0
  let inARow = 0
  let length = 0
  let number = 1
  for (; number <= Math.min(document.numPages, mostPages); number += 1) {
    if (Date.now() > deadline || length > mostText || inARow > mostFailures) break
    const page = await tryPage(document, number, fonts, deadline - Date.now())
    if (page === undefined) {
      failed += 1
      inARow += 1
      continue
    }
    inARow = 0
    pages.push(page)
    length += page.runs.reduce((sum, { text }) => sum + text.length, 0)
  }
  const read = number - 1
  if (pages.length === 0)
    throw new CrossreadError(
      'file_unreadable',
      'No page of this PDF can be read: it is damaged or cut off. Fetch or save it again.',
    )
  const notes: ImportNote[] = []
  if (read < document.numPages)
    notes.push({ what: 'pdf-stopped', count: read, detail: String(document.numPages) })
  if (failed > 0) notes.push({ what: 'pdf-broken-pages', count: failed })
  return { pages, notes }
}

async function tryPage(
  document: PDFDocumentProxy,
  number: number,
  fonts: ReturnType<typeof fontBook>,
  patience: number,
): Promise<PageText | undefined> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(patience, 0))
  })
  try {
    return await Promise.race([document.getPage(number).then((page) => readPage(page, fonts)), tooLate])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
