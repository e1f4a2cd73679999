import { randomUUID } from 'node:crypto'
import type { CallEngine } from '#shared/contract/contract.ts'
import type { ObjectKind, ObjectRef } from '#shared/model.ts'
import { objectKinds } from '#shared/model.ts'
import { markdownToRichText } from '#shared-editor/markdown.ts'
import { annotations } from './annotations.ts'
import { articles } from './articles/articles.ts'
import { claims } from './claims.ts'
import { links, notes } from './notes-and-links.ts'
import type { ArticleKey } from './types.ts'

/** The ids that were given to the sample's objects, by kind and by the key the sample names them with. */
type Built = Record<ObjectKind, Map<string, string>>

/**
 * Fills an empty notebook with the sample: nine short articles on an invented accident, with annotations, claims, links
 * and notes. Uses the same calls as everybody else, so the result is an ordinary notebook.
 */
export async function buildSample(call: CallEngine): Promise<void> {
  const built: Built = { source: new Map(), annotation: new Map(), claim: new Map(), note: new Map() }
  await call('notebook.rename', { name: 'Sample: the Aldra collision' })
  await importArticles(call, built)
  await annotate(call, built)
  await stateClaims(call, built)
  await writeNotes(call, built)
  await addLinks(call, built)
}

async function importArticles(call: CallEngine, built: Built): Promise<void> {
  for (const key of keysOf(articles)) {
    const { fileName, text, title, metadata, tags } = articles[key]
    const { handle } = await call('files.upload', { name: fileName, bytes: new TextEncoder().encode(text) })
    const report = await call('import.run', { jobId: randomUUID(), handles: [handle] })
    const [line] = report.lines
    if (line?.sourceId === undefined)
      throw new Error(`sample article ${fileName}: ${line?.reason ?? 'not imported'}`)
    built.source.set(key, line.sourceId)
    await call('sources.update', { id: line.sourceId, title, metadata })
    await call('tags.set', { object: { kind: 'source', id: line.sourceId }, names: tags })
  }
}

async function annotate(call: CallEngine, built: Built): Promise<void> {
  for (const [key, { article, quote, colour, comment, tags }] of Object.entries(annotations)) {
    const { id } = await call('annotations.createFromQuote', {
      sourceId: idOf(built, 'source', article),
      quote,
      colour,
      commentMarkdown: comment,
      tags,
    })
    built.annotation.set(key, id)
  }
}

async function stateClaims(call: CallEngine, built: Built): Promise<void> {
  for (const [key, { statement, status, reasoning, tags, evidence }] of Object.entries(claims)) {
    const { id } = await call('claims.create', { statement, status })
    built.claim.set(key, id)
    const claim: ObjectRef = { kind: 'claim', id }
    if (reasoning !== undefined) await call('claims.update', { id, reasoning: markdownToRichText(reasoning) })
    if (tags !== undefined) await call('tags.set', { object: claim, names: tags })
    for (const { annotation, ...link } of evidence) {
      const from: ObjectRef = { kind: 'annotation', id: idOf(built, 'annotation', annotation) }
      await call('links.create', { from, to: claim, ...link })
    }
  }
}

async function writeNotes(call: CallEngine, built: Built): Promise<void> {
  for (const [key, { title, markdown, quotes, tags }] of Object.entries(notes)) {
    const { id } = await call('notes.create', { title, markdown })
    built.note.set(key, id)
    for (const quote of quotes) {
      await call('notes.appendQuote', { id, annotationId: idOf(built, 'annotation', quote) })
    }
    if (tags !== undefined) await call('tags.set', { object: { kind: 'note', id }, names: tags })
  }
}

async function addLinks(call: CallEngine, built: Built): Promise<void> {
  for (const { from, to, ...link } of links) {
    await call('links.create', { from: refOf(built, from), to: refOf(built, to), ...link })
  }
}

function refOf(built: Built, name: string): ObjectRef {
  const [kindName, key = ''] = name.split(':')
  const kind = objectKinds.find((known) => known === kindName)
  if (kind === undefined) throw new Error(`the sample names no kind in ${name}`)
  return { kind, id: idOf(built, kind, key) }
}

function idOf(built: Built, kind: ObjectKind, key: string): string {
  const id = built[kind].get(key)
  if (id === undefined) throw new Error(`the sample has no ${kind} ${key}`)
  return id
}

function keysOf(record: typeof articles): ArticleKey[] {
  return Object.keys(record) as ArticleKey[]
}
