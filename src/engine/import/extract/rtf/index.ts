import { toMetadata } from '../office/properties.ts'
import { TitleFinder } from '../office/title.ts'
import { BlockWriter } from '../office/writer.ts'
import type { Extracted, ExtractInput } from '../types.ts'
import { readHeader } from './header.ts'
import { Reader } from './reader.ts'
import { readTokens } from './tokens.ts'

/**
 * Reads an RTF document by the RTF specification 1.9.1: text in the code pages of its fonts and in Unicode, headings by
 * style and outline level, lists, table rows, text boxes behind the paragraph they hang on, footnotes and endnotes at the
 * end, comments with the range they are on. Hidden and deleted text, headers, footers and pictures stay out.
 * Throws `file_unreadable` for what is no RTF.
 */
export async function extractRtf({ bytes }: ExtractInput): Promise<Extracted[]> {
  const tokens = await readTokens(bytes)
  const header = readHeader(tokens)
  const finder = new TitleFinder()
  const writer = new BlockWriter()
  const counts = { comments: 0, footnotes: 0, endnotes: 0 }
  new Reader({ tokens, header, title: finder, counts }, writer).read(0, tokens.length)
  const { blocks, comments, notes } = writer.finish()
  const {
    title,
    metadata,
    notes: more,
  } = toMetadata({
    title: header.info.get('title'),
    creators: [header.info.get('author')],
    created: header.created,
    keywords: header.info.get('keywords'),
    subject: header.info.get('subject'),
    description: header.info.get('doccomm'),
  })
  const shown = finder.title ?? title
  return [
    {
      mediaType: 'application/rtf',
      ...(shown === undefined ? {} : { title: shown }),
      metadata,
      blocks,
      ...(comments.length === 0 ? {} : { comments }),
      notes: [...notes, ...more],
    },
  ]
}
