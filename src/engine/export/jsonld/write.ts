import { type NotebookContents, readContents, unlessGone } from '../contents.ts'
import type { ExportWork } from '../types.ts'
import { annotationNodes } from './annotation.ts'
import { context, type Node, urn } from './context.ts'
import { claimNode, documentNode, linkNode, noteNode, relationNode } from './objects.ts'
import { gathered, listField, openObject } from './pieces.ts'

/**
 * The notebook as one W3C annotation collection. Its page holds the annotations and, as linking annotations, the links;
 * the documents, claims and notes they speak of stand before it. Texts are read and written one at a time.
 */
export async function writeJsonLd(work: ExportWork): Promise<void> {
  const contents = await readContents(work.call)
  work.start(contents.sources.length + contents.claims.length + contents.notes.length)
  await work.write('notebook.jsonld', gathered(collection(work, contents)))
}

async function* collection(work: ExportWork, contents: NotebookContents): AsyncGenerator<string> {
  const id = urn(contents.info.id)
  // Positions are counted while a source's text is at hand, so its annotations are made then and written at the end.
  const items: Node[] = []
  yield* openObject({ '@context': context, id, type: 'AnnotationCollection', label: contents.info.name })
  yield* listField('documents', documents(work, contents, items))
  yield* listField('claims', claims(work, contents))
  yield* listField('notes', notes(work, contents))
  yield* listField('relations', [...contents.relations.values()].map(relationNode))
  for (const link of contents.links) items.push(linkNode(link))
  yield `,\n  "total": ${items.length},\n  "first": `
  yield* openObject({ id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0 }, 1)
  yield* listField('items', items, 2)
  yield '\n  }\n}\n'
}

async function* documents(
  { call, step }: ExportWork,
  { sources, annotations, excluded }: NotebookContents,
  items: Node[],
): AsyncGenerator<Node> {
  for (const { id, title } of sources) {
    await step(title)
    const source = await unlessGone(call('sources.get', { id }))
    if (source === null) continue
    const leftOut = excluded.get(id) ?? []
    for (const node of annotationNodes(source, annotations.get(id) ?? [], leftOut)) items.push(node)
    yield documentNode(source, leftOut)
  }
}

async function* claims({ call, step }: ExportWork, contents: NotebookContents): AsyncGenerator<Node> {
  for (const { id, statement } of contents.claims) {
    await step(statement)
    const claim = await unlessGone(call('claims.get', { id }))
    if (claim !== null) yield claimNode(claim)
  }
}

async function* notes({ call, step }: ExportWork, contents: NotebookContents): AsyncGenerator<Node> {
  for (const { id, title } of contents.notes) {
    await step(title)
    const note = await unlessGone(call('notes.get', { id }))
    if (note !== null) yield noteNode(note)
  }
}
