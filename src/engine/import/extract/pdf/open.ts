import type { PDFDocumentProxy } from 'pdfjs-dist'
import { CrossreadError } from '#shared/errors.ts'
import { openPdf } from './library.ts'
import { withNewEnd } from './repair.ts'

export interface OpenDocument {
  document: PDFDocumentProxy
  /** Whether it was cut off and had to be given a new end. */
  repaired: boolean
  /** Frees what pdf.js holds. */
  close: () => Promise<void>
}

/** Opens a PDF. One that is protected by an empty password opens too; of one that is cut off, what is left. */
export async function openDocument(bytes: Uint8Array): Promise<OpenDocument> {
  try {
    return { ...(await tryOpen(bytes)), repaired: false }
  } catch (error) {
    const repaired = isNamed(error, 'PasswordException') ? undefined : withNewEnd(bytes)
    if (repaired === undefined) throw reasonFor(error)
    try {
      return { ...(await tryOpen(repaired)), repaired: true }
    } catch {
      throw reasonFor(error)
    }
  }
}

async function tryOpen(bytes: Uint8Array): Promise<Pick<OpenDocument, 'document' | 'close'>> {
  const task = await openPdf(bytes)
  try {
    return { document: await task.promise, close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    throw error
  }
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name
}

function reasonFor(error: unknown): CrossreadError {
  if (isNamed(error, 'PasswordException')) {
    return unreadable(
      'This PDF is protected by a password. Remove the password (open it and save or print it without one) and import it again.',
    )
  }
  if (error instanceof Error && /encrypt|security handler|crypt/i.test(error.message)) {
    return unreadable(
      'This PDF is encrypted in a way that Crossread cannot open. Save it without protection and import it again.',
    )
  }
  return unreadable('This PDF is damaged or cut off and cannot be opened. Fetch or save it again.')
}

function unreadable(reason: string): CrossreadError {
  return new CrossreadError('file_unreadable', reason)
}
