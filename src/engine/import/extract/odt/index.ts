import { toMetadata } from '../office/properties.ts'
import { TitleFinder } from '../office/title.ts'
import { BlockWriter } from '../office/writer.ts'
import { child, children, textOf, type XmlElement } from '../office/xml.ts'
import type { Extracted, ExtractInput } from '../types.ts'
import { walkBlocks } from './blocks.ts'
import { openTextDocument } from './package.ts'
import { readStyles } from './styles.ts'
import type { Walk } from './walk.ts'

const mediaType = 'application/vnd.oasis.opendocument.text'

/**
 * Reads an OpenDocument text (.odt, .ott, the one-file .fodt, and what OpenOffice.org 1 wrote): the final text of tracked
 * changes, headings, lists, tables, quotations, captions, text boxes behind the paragraph they hang on, footnotes and
 * endnotes at the end, comments with the range they are on. Headers, footers and indexes stay out.
 * Throws `file_unreadable` for what is damaged, protected, or holds no text.
 */
export async function extractOdt({ bytes }: ExtractInput): Promise<Extracted[]> {
  const { text, styles, meta } = await openTextDocument(bytes)
  const walk: Walk = {
    walkBlocks,
    writer: new BlockWriter(),
    styles: readStyles(styles),
    title: new TitleFinder(),
    boxes: [],
    comments: 0,
  }
  walkBlocks(text.children, walk)
  const { blocks, comments, notes } = walk.writer.finish()
  const { title, metadata, notes: more } = toMetadata(propertiesOf(meta))
  const shown = walk.title.title ?? title
  return [
    {
      mediaType,
      ...(shown === undefined ? {} : { title: shown }),
      metadata,
      blocks,
      ...(comments.length === 0 ? {} : { comments }),
      notes: [...notes, ...more],
    },
  ]
}

/** `dc:creator` is who saved the document last, and only stands in for who began it. */
function propertiesOf(meta: XmlElement | undefined) {
  const text = (name: string) => textOf(child(meta, name))
  const keywords = [
    ...children(meta, 'meta:keyword'),
    ...children(child(meta, 'meta:keywords'), 'meta:keyword'),
  ]
  return {
    title: text('dc:title'),
    creators: [text('meta:initial-creator') ?? text('dc:creator')],
    created: text('meta:creation-date'),
    language: text('dc:language'),
    keywords: keywords.map(textOf).filter(Boolean).join(', '),
    subject: text('dc:subject'),
    description: text('dc:description'),
  }
}
