import { parseBuffer } from 'bplist-parser'
import { CrossreadError } from '#shared/errors.ts'
import type { Extractor } from '../types.ts'
import { decodeHtml } from './decode.ts'
import { readPage } from './html.ts'
import { isThing } from './json-ld.ts'

/**
 * Reads the article of a page that Safari saved as a web archive: a binary property list with the page as its main
 * resource. Throws `file_unreadable` for a damaged file, and for a main resource that is no page.
 */
export const extractWebarchive: Extractor = async ({ bytes }) => {
  const main = mainResource(bytes)
  const data = main?.WebResourceData
  if (!(data instanceof Uint8Array) || data.length === 0)
    throw new CrossreadError(
      'file_unreadable',
      'This web archive is damaged or holds no page. Save the page anew from Safari.',
    )
  const type = textOr(main?.WebResourceMIMEType, 'text/html')
  if (!/html|xml/i.test(type))
    throw new CrossreadError(
      'file_unreadable',
      `This web archive holds a file of the type ${type} and not a web page.`,
    )
  const { html } = decodeHtml(data, textOr(main?.WebResourceTextEncodingName, '') || undefined)
  const url = textOr(main?.WebResourceURL, '')
  return [readPage(html, 'application/x-webarchive', /^https?:\/\//i.test(url) ? url : undefined)]
}

function mainResource(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const [archive]: unknown[] = parseBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const main = isThing(archive) ? archive.WebMainResource : null
    return isThing(main) ? main : null
  } catch {
    return null
  }
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}
