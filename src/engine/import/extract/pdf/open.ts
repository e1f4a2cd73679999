import type { PDFDocumentProxy } from 'pdfjs-dist'
import { CrossreadError } from '#shared/errors.ts'
import { openPdf } from './library.ts'

/** Opens a PDF; one that is protected by an empty password opens too. `close` frees what pdf.js holds. */
export async function openDocument(
  bytes: Uint8Array,
): Promise<{ document: PDFDocumentProxy; close: () => Promise<void> }> {
  const task = await openPdf(bytes)
  try {
    return { document: await task.promise, close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    throw reasonFor(error)
  }
}

function reasonFor(error: unknown): CrossreadError {
  const { name = '', message = '' } = error instanceof Error ? error : {}
  if (name === 'PasswordException') {
    return unreadable(
      'This PDF is protected by a password. Remove the password (open it and save or print it without one) and import it again.',
    )
  }
  if (/encrypt|security handler|crypt/i.test(message)) {
    return unreadable(
      'This PDF is encrypted in a way that Crossread cannot open. Save it without protection and import it again.',
    )
  }
  return unreadable('This PDF is damaged or cut off and cannot be opened. Fetch or save it again.')
}

function unreadable(reason: string): CrossreadError {
  return new CrossreadError('file_unreadable', reason)
}
