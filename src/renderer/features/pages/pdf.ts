import type * as Pdfjs from 'pdfjs-dist'
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { pdfWorkerPath } from '#shared/csp.ts'
import type { PageContent } from './align/items.ts'

/** An open PDF. Its bytes and all that is made of them live in a worker of its own, which ends with it. */
export interface Pdf {
  readonly count: number
  /** A page, counted from 1. */
  page(number: number): Promise<PDFPageProxy>
  /** The texts of a page, letter for letter as the file has them. */
  content(page: PDFPageProxy): Promise<PageContent>
  close(): void
}

/** Why a PDF cannot be shown, in terms that the window has words for. */
export type Trouble = 'password' | 'damaged' | 'other'

/** Everything pdf.js fetches stands beside the window: nothing comes from elsewhere. */
const parts = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href

/**
 * Opens a PDF. Scripts in it do not run, forms cannot be filled in, and nothing is evaluated. `bytes` may be on their way
 * while everything else starts, and are gone afterwards. Throws what `troubleOf` can tell apart.
 */
export async function openPdf(bytes: Promise<Uint8Array>): Promise<Pdf> {
  const port = new Worker(new URL(pdfWorkerPath, document.baseURI), { type: 'module' })
  try {
    const [library, data] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), bytes])
    return await openIn(port, library, data)
  } catch (thrown) {
    port.terminate()
    throw thrown
  }
}

async function openIn(port: Worker, library: typeof Pdfjs, data: Uint8Array): Promise<Pdf> {
  const task: PDFDocumentLoadingTask = library.getDocument({
    data,
    worker: library.PDFWorker.create({ port }),
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: true,
    cMapUrl: parts('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: parts('standard_fonts'),
    wasmUrl: parts('wasm'),
    iccUrl: parts('iccs'),
  })
  const close = (): void => {
    void task.destroy().finally(() => port.terminate())
  }
  // A worker that does not even start would never answer.
  const broken = new Promise<never>((_, reject) => {
    port.addEventListener('error', () => reject(new Error('The worker that reads PDFs did not start.')))
  })
  try {
    return opened(await Promise.race([task.promise, broken]), close)
  } catch (thrown) {
    close()
    throw thrown
  }
}

function opened(document: PDFDocumentProxy, close: () => void): Pdf {
  return {
    count: document.numPages,
    page: (number) => document.getPage(number),
    content: (page) => page.getTextContent({ disableNormalization: true }),
    close,
  }
}

export function troubleOf(thrown: unknown): Trouble {
  const name = thrown instanceof Error ? thrown.name : ''
  if (name === 'PasswordException') return 'password'
  return name === 'InvalidPDFException' || name === 'FormatError' ? 'damaged' : 'other'
}
