import { CrossreadError } from '#shared/errors.ts'
import { headerOf } from '../mail/headers.ts'
import { type Part, parseMail } from '../mail/parse.ts'
import type { Extractor } from '../types.ts'
import { decodeHtml } from './decode.ts'
import { readPage } from './html.ts'

/**
 * Reads the article of a page that Chromium or Internet Explorer saved as one file: the first HTML part, or the one that
 * the file calls its start. Frames, pictures and styles are left in the original.
 * Throws `file_unreadable` for a file without a page in it.
 */
export const extractMhtml: Extractor = async ({ bytes }) => {
  const { headers, root } = await parseMail(bytes)
  const page = startOf(root)
  if (page === null)
    throw new CrossreadError(
      'file_unreadable',
      'There is no web page in this file, or the file was cut off. Save the page anew from a browser.',
    )
  const { html } = decodeHtml(page.bytes, page.params.charset)
  const location = headerOf(headers, 'snapshot-content-location') ?? firstLocation(bytes)
  const url = location !== null && /^https?:\/\//i.test(location) ? location : undefined
  return [readPage(html, 'multipart/related', url)]
}

/** The part to begin with, as RFC 2387 has it. */
function startOf(root: Part): Part | null {
  const pages = leavesOf(root).filter(
    ({ type, bytes }) => /^(?:text\/html|application\/xhtml\+xml)$/.test(type) && bytes.length > 0,
  )
  const start = plainId(root.params.start)
  const named = pages.find(({ contentId }) => start !== '' && plainId(contentId) === start)
  return named ?? pages[0] ?? null
}

function leavesOf(part: Part): Part[] {
  return part.children.length === 0 ? [part] : part.children.flatMap(leavesOf)
}

function plainId(id: string | null | undefined): string {
  return (id ?? '').replace(/^\s*<|>\s*$/g, '')
}

/** Internet Explorer names the page's address only in the header of its part, which comes first. */
function firstLocation(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8_192))
  return /^content-location:\s*(\S+)/im.exec(head)?.[1] ?? null
}
