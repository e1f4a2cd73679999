import { decodeBytes } from '../../encoding.ts'
import type { Extracted, Extractor } from '../types.ts'
import { textToBlocks } from './blocks.ts'

export { textToBlocks } from './blocks.ts'
export { looksLikeHeading } from './headings.ts'

/**
 * Reads plain text in whatever encoding it is.
 * Throws `file_unreadable` for a file that is empty, holds only white space, or is no text.
 */
export const extractText: Extractor = async ({ bytes }) => {
  const { text, encoding, certain } = decodeBytes(bytes)
  const { blocks, pageLines } = textToBlocks(text)
  const extracted: Extracted = { mediaType: 'text/plain', metadata: {}, blocks, notes: [] }
  if (encoding !== 'utf-8') {
    extracted.notes.push({ what: certain ? 'text-encoding' : 'text-encoding-guessed', detail: encoding })
  }
  if (pageLines > 0) extracted.notes.push({ what: 'text-page-lines', count: pageLines })
  return [extracted]
}
