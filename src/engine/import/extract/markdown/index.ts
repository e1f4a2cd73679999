import type { Definition, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import type { ImportNote } from '#shared/model.ts'
import { decodeBytes } from '../../encoding.ts'
import { textToBlocks } from '../text/index.ts'
import type { Extracted, ExtractedBlock, Extractor } from '../types.ts'
import { BlockReader } from './block-reader.ts'
import { isParsable } from './bounds.ts'
import { readDetail, readTitleBlock } from './dialects.ts'
import { type FrontMatter, parseToml, parseYaml, toFrontMatter } from './front-matter.ts'

/**
 * Reads Markdown: CommonMark, GitHub's extensions, front matter, and what Obsidian, Readwise and Pandoc add.
 * Throws `file_unreadable` for a file that is empty, holds only white space, or is no text.
 */
export const extractMarkdown: Extractor = async ({ bytes }) => {
  const { text, encoding, certain } = decodeBytes(bytes)
  const extracted = readMarkdown(text)
  if (encoding !== 'utf-8') {
    extracted.notes.push({ what: certain ? 'text-encoding' : 'text-encoding-guessed', detail: encoding })
  }
  return [extracted]
}

/** Reads Markdown that is already decoded. What would take longer to parse than anybody waits is read as plain text. */
export function readMarkdown(markdown: string): Extracted {
  if (!isParsable(markdown)) return readPlainly(markdown)
  const titleBlock = readTitleBlock(markdown)
  const tree = parseMarkdown(titleBlock === null ? markdown : markdown.slice(titleBlock.length))
  const notes: ImportNote[] = []
  const { nodes, frontMatter } = takeFrontMatter(tree, titleBlock?.fields ?? null, notes)
  const reader = new BlockReader(definitionsIn(tree.children))
  reader.read(nodes)
  if (reader.leftOut > 0) notes.push({ what: 'markdown-embedded', count: reader.leftOut })
  const { title, metadata } = withDetails(frontMatter, reader.blocks)
  const extracted: Extracted = { mediaType: 'text/markdown', metadata, blocks: reader.blocks, notes }
  if (title !== undefined) extracted.title = title
  return extracted
}

/** Nothing is lost, but marks stay where they stand. */
function readPlainly(markdown: string): Extracted {
  const { blocks } = textToBlocks(markdown)
  return { mediaType: 'text/markdown', metadata: {}, blocks, notes: [{ what: 'markdown-plain' }] }
}

function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfm(), frontmatter(['yaml', 'toml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml', 'toml'])],
  })
}

/** Front matter that cannot be understood is text like any other: nothing of a file is lost. */
function takeFrontMatter(
  { children }: Root,
  fields: Record<string, unknown> | null,
  notes: ImportNote[],
): { nodes: RootContent[]; frontMatter: FrontMatter } {
  const [first, ...rest] = children
  if (first === undefined || !isFrontMatter(first)) {
    return { nodes: children, frontMatter: fields === null ? { metadata: {} } : toFrontMatter(fields) }
  }
  const found = first.type === 'yaml' ? parseYaml(first.value) : parseToml(first.value)
  if (found !== null || first.value.trim() === '') {
    return { nodes: rest, frontMatter: toFrontMatter({ ...fields, ...found }) }
  }
  notes.push({ what: 'markdown-front-matter' })
  const kept = parseMarkdown(first.value).children
  return { nodes: [...kept, ...rest], frontMatter: { metadata: {} } }
}

function isFrontMatter(node: RootContent): node is RootContent & { type: 'yaml' | 'toml'; value: string } {
  const type: string = node.type
  return type === 'yaml' || type === 'toml'
}

function definitionsIn(nodes: readonly RootContent[]): Map<string, string> {
  const found = new Map<string, string>()
  const look = (node: RootContent): void => {
    if (node.type === 'definition') add(node)
    else if ('children' in node) for (const child of node.children) look(child)
  }
  const add = ({ identifier, url }: Definition) => {
    if (!found.has(identifier)) found.set(identifier, url)
  }
  for (const node of nodes) look(node)
  return found
}

/** Adds what Readwise lists under “Metadata” at the beginning of its exports; front matter knows better. */
function withDetails({ title, metadata }: FrontMatter, blocks: readonly ExtractedBlock[]): FrontMatter {
  const at = blocks.slice(0, 5).findIndex(({ kind, text }) => kind === 'heading' && text === 'Metadata')
  if (at < 0) return title === undefined ? { metadata } : { title, metadata }
  const fields: Record<string, unknown> = {}
  for (const { kind, text } of blocks.slice(at + 1)) {
    const detail = kind === 'list-item' ? readDetail(text) : null
    if (kind !== 'list-item') break
    if (detail !== null) fields[detail[0].replaceAll(' ', '-')] = detail[1]
  }
  const found = toFrontMatter(fields)
  const known = title ?? found.title
  const all = { ...found.metadata, ...metadata }
  return known === undefined ? { metadata: all } : { title: known, metadata: all }
}
