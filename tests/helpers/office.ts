import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { normalise } from '#engine/import/canonical.ts'
import type { Extracted, ExtractedBlock, Extractor } from '#engine/import/extract/types.ts'

export const documentsFolder = join(import.meta.dirname, '../fixtures/documents')
const others = process.env.CROSSREAD_FIXTURES ?? join(import.meta.dirname, '../../../shared/fixtures')

export async function extractFixture(extract: Extractor, name: string): Promise<Extracted> {
  return extractOne(extract, name, new Uint8Array(readFileSync(join(documentsFolder, name))))
}

export async function extractOne(extract: Extractor, name: string, bytes: Uint8Array): Promise<Extracted> {
  const [document] = await extract({ name, bytes })
  if (document === undefined) throw new Error('nothing was extracted')
  return document
}

/** What stands beside a document: everything that import has to make of it. */
export function expectationOf(name: string): unknown {
  return JSON.parse(readFileSync(join(documentsFolder, `${name}.json`), 'utf8'))
}

/** A document in the form of those expectations: links and comments by their words, places by how their blocks begin. */
export function summarise({ title, metadata, blocks, comments = [], notes }: Extracted) {
  const clean = (text: string) => normalise(text).trim()
  const passage = (block: number, start: number, endBlock: number, end: number) =>
    blocks
      .slice(block, endBlock + 1)
      .map(({ text }, index) =>
        clean(text.slice(index === 0 ? start : 0, block + index === endBlock ? end : undefined)),
      )
      .filter(Boolean)
      .join('\n')
  return {
    ...(title === undefined ? {} : { title }),
    metadata,
    blocks: blocks
      .filter(({ text }) => clean(text) !== '')
      .map(({ kind, level, text, links }) => ({
        kind,
        level,
        text: clean(text),
        ...(links === undefined
          ? {}
          : {
              links: links.map(({ start, end, href }) => ({
                text: text.slice(start, end),
                to: target(href, blocks),
              })),
            }),
      })),
    comments: comments.map(({ author, text, block, start, endBlock = block, end }) => ({
      author,
      text,
      passage: passage(block, start, endBlock, end),
    })),
    notes,
  }
}

function target(href: string, blocks: readonly ExtractedBlock[]): string | undefined {
  if (!href.startsWith('#')) return href
  return blocks.find(({ anchor }) => `#${anchor}` === href)?.text.slice(0, 12)
}

/** The kinds and texts of blocks, short enough to read in a test: `heading 2: text`. */
export function outline({ blocks }: Extracted): string[] {
  return blocks
    .filter(({ text }) => text.trim() !== '')
    .map(({ kind, level, text }) => `${kind}${level > 0 ? ` ${level}` : ''}: ${normalise(text).trim()}`)
}

export function zipOf(parts: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

/** Documents that other people made, with these endings; none where the folder is not there. */
export function othersDocuments(endings: readonly string[]): { path: string; bytes: Uint8Array }[] {
  if (!existsSync(others)) return []
  return readdirSync(others, { recursive: true, encoding: 'utf8' })
    .filter((path) => endings.includes(extname(path).toLowerCase()))
    .sort()
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(others, path))) }))
}

/** Pandoc's reading of one of these documents, where there is one. */
export function pandocReading(path: string): string | null {
  const stem = join(others, path).slice(0, -extname(path).length)
  const native = [`${stem}.native`, stem.replace(/\/odt\/odt\//, '/odt/native/').concat('.native')].find(
    existsSync,
  )
  return native === undefined ? null : readFileSync(native, 'utf8')
}

export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** The words in pandoc's native form: its strings, with Haskell's escapes undone. */
export function nativeWords(native: string): string[] {
  const strings = [...native.matchAll(/(?:Str|Code(?:Block)? \(.*?\))\s+"((?:[^"\\]|\\.)*)"/gs)]
  const plain = strings.map(([, text = '']) =>
    text.replace(/\\(?:(\d+)|&|n|(.))/g, (_, code, other) =>
      code ? String.fromCodePoint(Number(code)) : (other ?? ' '),
    ),
  )
  return wordsOf(plain.join(' '))
}

/** How far two bags of words agree, 0 to 1: the harmonic mean of precision and recall. */
export function agreement(found: readonly string[], expected: readonly string[]): number {
  const all = found.length + expected.length
  return all === 0 ? 1 : (2 * shared(found, expected)) / all
}

/** Which share of the expected words was found. */
export function recall(found: readonly string[], expected: readonly string[]): number {
  return expected.length === 0 ? 1 : shared(found, expected) / expected.length
}

function shared(found: readonly string[], expected: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1)
  let hits = 0
  for (const word of found) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    hits++
  }
  return hits
}

/** What becomes of each document: its words, or the reason why there are none; anything else thrown fails the test. */
export async function outcomeOf(
  extract: Extractor,
  path: string,
  bytes: Uint8Array,
): Promise<string[] | string> {
  try {
    const { blocks } = await extractOne(extract, path, bytes)
    return wordsOf(blocks.map(({ text }) => text).join('\n'))
  } catch (error) {
    const isOurs = error instanceof Error && 'code' in error && error.code === 'file_unreadable'
    return isOurs ? error.message : `${path}: ${error instanceof Error ? error.stack : String(error)}`
  }
}
