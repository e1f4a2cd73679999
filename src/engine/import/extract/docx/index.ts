import type { ImportNote } from '#shared/model.ts'
import { toMetadata } from '../office/properties.ts'
import { TitleFinder } from '../office/title.ts'
import { BlockWriter } from '../office/writer.ts'
import { child, children, textOf, type XmlElement } from '../office/xml.ts'
import type { Extracted, ExtractInput } from '../types.ts'
import { walkBlocks } from './blocks.ts'
import { readNumbering } from './numbering.ts'
import { openPackage, type WordPackage } from './package.ts'
import { readStyles, value } from './styles.ts'
import type { Notes, Walk } from './walk.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Reads a Word document (.docx, .docm, .dotx, and the one-file form): the final text of tracked changes, headings by
 * style and outline level, lists, tables, quotations, captions, text boxes behind the paragraph they hang on, footnotes
 * and endnotes at the end, comments with the range they are on. Headers, footers and tables of contents stay out.
 * Throws `file_unreadable` for what is damaged, protected, or no document of Word 2007 or later.
 */
export async function extractDocx({ bytes }: ExtractInput): Promise<Extracted[]> {
  const word = await openPackage(bytes)
  const walk = await startWalk(word)
  await addComments(word, walk)
  walkBlocks(child(word.main, 'w:body')?.children ?? [], walk)
  const { blocks, comments, notes } = walk.writer.finish()
  const { title, metadata, notes: more } = toMetadata(propertiesOf(word.core))
  const shown = walk.title.title ?? title
  return [
    {
      mediaType,
      ...(shown === undefined ? {} : { title: shown }),
      metadata,
      blocks,
      ...(comments.length === 0 ? {} : { comments }),
      notes: [...changeNotes(walk), ...notes, ...more],
    },
  ]
}

async function startWalk(word: WordPackage): Promise<Walk> {
  const [styles, numbering, settings] = await Promise.all(['styles', 'numbering', 'settings'].map(word.part))
  return {
    walkBlocks,
    writer: new BlockWriter(),
    styles: readStyles(styles?.root),
    isListed: readNumbering(numbering?.root),
    relationships: word.relationships,
    footnotes: await readNotes(word, 'footnote', String),
    endnotes: await readNotes(word, 'endnote', endnoteLabel(settings?.root)),
    fields: [],
    boxes: [],
    joins: false,
    changes: new Set(),
    title: new TitleFinder(),
  }
}

async function readNotes(
  word: WordPackage,
  type: 'footnote' | 'endnote',
  label: Notes['label'],
): Promise<Notes> {
  const part = await word.part(`${type}s`)
  const written = children(part?.root, `w:${type}`).filter(
    ({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal',
  )
  return {
    byId: new Map(written.map((note) => [note.attributes['w:id'] ?? '', note])),
    relationships: part?.relationships ?? new Map(),
    label,
    used: 0,
  }
}

/** Word counts endnotes i, ii, iii unless it was told otherwise. */
function endnoteLabel(settings: XmlElement | undefined): Notes['label'] {
  const format = value(child(child(settings, 'w:endnotePr'), 'w:numFmt')) ?? 'lowerRoman'
  return format === 'lowerRoman' ? roman : String
}

const romanDigits = Object.entries({
  m: 1000,
  cm: 900,
  d: 500,
  cd: 400,
  c: 100,
  xc: 90,
  l: 50,
  xl: 40,
  x: 10,
  ix: 9,
  v: 5,
  iv: 4,
  i: 1,
})

function roman(number: number): string {
  let left = number
  return romanDigits
    .map(([digit, worth]) => {
      const times = Math.floor(left / worth)
      left -= times * worth
      return digit.repeat(times)
    })
    .join('')
}

async function addComments(word: WordPackage, walk: Walk): Promise<void> {
  const part = await word.part('comments')
  for (const comment of children(part?.root, 'w:comment')) {
    const inside = { ...walk, writer: new BlockWriter(), relationships: part?.relationships ?? new Map() }
    walkBlocks(comment.children, inside)
    const lines = inside.writer.finish().blocks.map(({ text }) => text.trim())
    const author = comment.attributes['w:author']?.trim() || null
    walk.writer.comment(comment.attributes['w:id'] ?? '', author, lines.filter(Boolean).join('\n'))
  }
}

function changeNotes(walk: Walk): ImportNote[] {
  return walk.changes.size === 0 ? [] : [{ what: 'tracked-changes', count: walk.changes.size }]
}

function propertiesOf(core: XmlElement | undefined) {
  const text = (name: string) => textOf(child(core, name))
  return {
    title: text('dc:title'),
    creators: children(core, 'dc:creator').map(textOf),
    created: text('dcterms:created'),
    language: text('dc:language'),
    keywords: text('cp:keywords'),
    subject: text('dc:subject'),
    description: text('dc:description'),
  }
}
