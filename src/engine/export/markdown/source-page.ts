import { dateToEdtf } from '#shared/dates/index.ts'
import type { Annotation, Block, Source } from '#shared/model.ts'
import { type NotebookContents, refKey } from '../contents.ts'
import { keptText, type Passage } from '../excluded.ts'
import { personName, publisherOf } from '../facts.ts'
import { escapeInline, escapeLine, quotation } from './escape.ts'
import { frontMatter } from './front-matter.ts'
import { linkItems } from './links.ts'
import { vaultMarkdown } from './rich-text.ts'
import { obsidianTag } from './tags.ts'
import { type Vault, wikilink } from './vault.ts'

/** A source's page: its facts, its text with an id on every block that holds an annotation, and its annotations. */
export function sourcePage(source: Source, contents: NotebookContents, vault: Vault): string {
  const annotations = contents.annotations.get(source.id) ?? []
  const links = contents.linksOf.get(refKey({ kind: 'source', id: source.id })) ?? []
  const items = linkItems({ kind: 'source', id: source.id }, links, contents.relations, vault)
  const sections = [
    sourceText(source, annotations, contents.excluded.get(source.id) ?? []),
    ...(items.length > 0 ? ['## Links', items.join('\n')] : []),
    ...(annotations.length > 0 ? ['## Annotations'] : []),
    ...annotations.map((annotation, index) =>
      annotationEntry(index + 1, annotation, source, contents, vault),
    ),
  ]
  return `${properties(source, vault)}\n${sections.join('\n\n')}\n`
}

function properties(source: Source, vault: Vault): string {
  const { metadata } = source
  const fileTitle = vault.pathOf({ kind: 'source', id: source.id }).slice('Sources/'.length, -'.md'.length)
  return frontMatter({
    title: source.title,
    aliases: fileTitle === source.title ? [] : [source.title],
    authors: metadata.author?.map(personName).filter(Boolean),
    publisher: publisherOf(metadata),
    published: dateToEdtf(metadata.issued) || undefined,
    accessed: dateToEdtf(metadata.accessed) || undefined,
    'event-date': dateToEdtf(metadata['event-date']) || undefined,
    url: metadata.URL,
    language: metadata.language,
    file: source.fileName,
    tags: source.tags.map(obsidianTag),
    'crossread-id': source.id,
  })
}

/**
 * The text below its title, without the passages that were taken out. A headline that is the title already is not said
 * twice.
 */
function sourceText(source: Source, annotations: Annotation[], excluded: Passage[]): string {
  const placed = annotations.filter((annotation) => annotation.state !== 'lost')
  const marked = new Set(placed.map((annotation) => blockNumber(source.blocks, annotation.start)))
  let text = ''
  let before: Block | undefined
  source.blocks.forEach((block, index) => {
    const kept = keptText(source.text, block.start, block.end, excluded)
    if (kept === '') return
    const id = marked.has(index + 1) ? `^b${index + 1}` : ''
    if (before) text += before.kind === 'list-item' && block.kind === 'list-item' ? '\n' : '\n\n'
    text += blockText(block, kept, id)
    before = block
  })
  const title = escapeInline(source.title)
  const headline = `## ${title}\n`
  return text.startsWith(headline) ? text.slice(1) : `# ${title}\n\n${text}`
}

/** An id ends a paragraph or list item, and stands below anything else. */
function blockText(block: Block, text: string, id: string): string {
  const below = id === '' ? '' : `\n\n${id}`
  if (block.kind === 'heading')
    return `${'#'.repeat(Math.min(Math.max(block.level, 2), 6))} ${escapeInline(text)}${below}`
  if (block.kind === 'quotation') return quotation(text) + below
  if (block.kind !== 'list-item') return escapeLine(text) + (id && ` ${id}`)
  const item = escapeLine(text)
  return `${'\t'.repeat(Math.max(0, block.level - 1))}- ${item}${id && ` ${id}`}`
}

/** The number, from 1, of the block that holds `offset`. */
function blockNumber(blocks: Block[], offset: number): number {
  return Math.max(1, blocks.findLastIndex((block) => block.start <= offset) + 1)
}

function annotationEntry(
  number: number,
  annotation: Annotation,
  source: Source,
  contents: NotebookContents,
  vault: Vault,
): string {
  const ref = { kind: 'annotation', id: annotation.id } as const
  const links = contents.linksOf.get(refKey(ref)) ?? []
  const comment = annotation.comment === null ? '' : vaultMarkdown(annotation.comment, vault).trim()
  const facts = [
    `- ${whereabouts(annotation, source, contents.excluded.get(source.id) ?? [])}`,
    ...(annotation.author ? [`- came with the file, by ${escapeInline(annotation.author)}`] : []),
    ...(annotation.tags.length > 0
      ? [`- tagged ${annotation.tags.map((tag) => `#${obsidianTag(tag)}`).join(' ')}`]
      : []),
    ...linkItems(ref, links, contents.relations, vault),
  ]
  const parts = [
    `### ${number} · ${annotation.colour}`,
    quotation(annotation.quote),
    `^${annotation.id}`,
    facts.join('\n'),
    comment,
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function whereabouts(annotation: Annotation, source: Source, excluded: Passage[]): string {
  if (annotation.state === 'lost') return 'lost: the text no longer holds this passage'
  const number = blockNumber(source.blocks, annotation.start)
  const block = source.blocks[number - 1]
  const isLeftOut = block !== undefined && keptText(source.text, block.start, block.end, excluded) === ''
  if (isLeftOut) return `in block ${number}, which was taken out of the text`
  const drift = annotation.state === 'exact' ? '' : ` (${annotation.state} since it was marked)`
  const page = block === undefined || block.page === null ? '' : `, page ${block.page}`
  return `in ${wikilink(`#^b${number}`, `block ${number}`)}${page}${drift}`
}
