import { CrossreadError } from '#shared/errors.ts'
import type { ImportNote } from '#shared/model.ts'
import type { Extracted, ExtractedBlock, Extractor } from '../types.ts'
import { findArticle } from './article.ts'
import { treeToBlocks } from './blocks.ts'
import { decodeHtml } from './decode.ts'
import { trimHead } from './head.ts'
import { readDetails } from './metadata.ts'
import { parseHtml } from './parse.ts'
import { savedBy } from './saved-by.ts'
import { trimTail } from './tail.ts'

/**
 * Reads the article of a web page, with what the page says of its author, date and place. A page without an article is
 * read whole, with a note. Throws `file_unreadable` where there is nothing to read.
 */
export const extractHtml: Extractor = async ({ bytes }) => [readPage(decodeHtml(bytes).html, 'text/html')]

/**
 * @param mediaType that of the file the page came in
 * @param url where the page was, if the file says so
 */
export function readPage(html: string, mediaType: string, url?: string): Extracted {
  const saved = savedBy(html)
  const page = parseHtml(html)
  const savedFrom = url ?? saved.url
  const { title, description, body, metadata } = readDetails(page, savedFrom)
  if (saved.accessed !== undefined) metadata.accessed = saved.accessed
  const baseUrl = savedFrom ?? metadata.URL
  const article = findArticle(page, { title, description, body })
  const read = treeToBlocks(article.root, { baseUrl }, page)
  const blocks =
    article.how === 'article' ? withHeadline(trimHead(trimTail(read.blocks)), title) : read.blocks
  if (blocks.length === 0)
    throw new CrossreadError(
      'file_unreadable',
      'There is no text in this page. Pages that build themselves by programs must be saved from a browser once they are shown.',
    )
  const notes: ImportNote[] = [...read.notes]
  if (article.how === 'whole') notes.push({ what: 'html-whole-page' })
  if (article.how === 'too-large') notes.push({ what: 'html-too-large' })
  const extracted: Extracted = { mediaType, metadata, blocks, notes }
  if (title !== undefined) extracted.title = title
  return extracted
}

const firstBlocks = 6

/** Readability takes headlines out of the text that are the page's title. */
function withHeadline(blocks: ExtractedBlock[], title: string | undefined): ExtractedBlock[] {
  if (title === undefined || blocks.length === 0) return blocks
  const stands = blocks
    .slice(0, firstBlocks)
    .some(({ text }) => letters(text).startsWith(letters(title).slice(0, 60)))
  return stands ? blocks : [{ kind: 'heading', level: 1, text: title }, ...blocks]
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
