import type { ImportNote } from '#shared/model.ts'
import { type Archive, damaged } from '../archive.ts'
import { decodeHtml } from '../html/decode.ts'
import type { Extracted, ExtractedBlock, ExtractInput } from '../types.ts'
import { chapterBlocks, collectTargets, type WantedNames } from './chapter.ts'
import { isFrame, readContents } from './contents.ts'
import { readMetadata } from './metadata.ts'
import { type Book, openBook, what } from './package.ts'

interface Chapter {
  path: string
  html: string
}

/**
 * Reads an e-book (EPUB 2 or 3) as one document: its chapters in the order of the spine, each with a heading of its own
 * or of the table of contents, footnotes where the book has them. Cover, contents and pictures stay out.
 * Throws `file_unreadable` for what is damaged or protected against copying.
 */
export async function extractEpub({ bytes }: ExtractInput): Promise<Extracted[]> {
  const book = await openBook(bytes)
  const { chapters, notes } = await readChapters(book)
  const titles = await readContents(book)
  const order = new Map(chapters.map(({ path }, index) => [path, index + 1]))
  const wanted: WantedNames = new Map()
  for (const { path, html } of chapters) collectTargets(path, html, wanted)
  const blocks: ExtractedBlock[] = []
  for (const { path, html } of chapters) {
    for (const block of chapterBlocks(path, html, order, wanted, titles.get(path))) blocks.push(block)
  }
  linkBack(blocks)
  const { title, metadata } = readMetadata(book.metadata)
  return [
    { mediaType: 'application/epub+zip', ...(title === undefined ? {} : { title }), metadata, blocks, notes },
  ]
}

/** Lets the mark before each footnote lead to the first block that refers to it. */
function linkBack(blocks: readonly ExtractedBlock[]): void {
  const notes = new Map(
    blocks.filter(({ kind }) => kind === 'footnote').map((block) => [`#${block.anchor}`, block]),
  )
  blocks.forEach((block, index) => {
    for (const { href } of block.kind === 'footnote' ? [] : (block.links ?? [])) {
      const note = notes.get(href)
      const mark = /^\[[^\]]{1,8}\]/.exec(note?.text ?? '')?.[0]
      if (note === undefined || mark === undefined || note.links?.some((link) => link.start === 0)) continue
      block.anchor ??= `reference-${index}`
      note.links = [{ start: 0, end: mark.length, href: `#${block.anchor}` }, ...(note.links ?? [])]
    }
  })
}

const htmlTypes = new Set(['application/xhtml+xml', 'text/html', 'text/x-oeb1-document', 'application/xml'])

/** The chapters that are to be read, and what is to be said of the others. */
async function readChapters(book: Book): Promise<{ chapters: Chapter[]; notes: ImportNote[] }> {
  const counts = new Map<string, number>()
  const count = (thing: string, by = 1) => counts.set(thing, (counts.get(thing) ?? 0) + by)
  const frames = new Set([...book.contents.map(({ path }) => path), ...book.guided])
  const chapters: Chapter[] = []
  const left: Chapter[] = []
  const seen = new Set<string>()
  for (const { path, mediaType } of book.spine) {
    if (seen.has(path)) continue
    seen.add(path)
    if (!htmlTypes.has(mediaType)) count(mediaType.startsWith('image/') ? 'images' : 'embedded')
    else if (!book.archive.has(path)) count('epub-missing')
    else {
      const html = await readHtml(book.archive, path)
      const isLeft = frames.has(path) || isFrame(html)
      ;(isLeft ? left : chapters).push({ path, html })
    }
  }
  // A book of nothing else is better than none.
  if (chapters.length === 0) chapters.push(...left)
  else if (left.length > 0) count('epub-frame', left.length)
  if (chapters.length === 0) throw damaged(what, 'there are no chapters with text in it')
  const images = chapters.reduce((sum, { html }) => sum + (html.match(/<(?:img|image)\s/gi)?.length ?? 0), 0)
  if (images > 0) count('images', images)
  return { chapters, notes: [...counts].map(([thing, times]) => ({ what: thing, count: times })) }
}

async function readHtml(archive: Archive, path: string): Promise<string> {
  return decodeHtml(await archive.read(path)).html
}
