import { readContents } from '../contents.ts'
import type { ExportWork } from '../types.ts'
import { annotationNodes } from './annotation.ts'
import { context, type Node, urn } from './context.ts'
import { claimNode, documentNode, linkNode, noteNode, relationNode } from './objects.ts'

/**
 * The notebook as one W3C annotation collection. Its page holds the annotations and, as linking annotations, the links;
 * the documents, claims and notes they speak of stand beside it.
 */
export async function writeJsonLd({ call, write, start, step }: ExportWork): Promise<void> {
  const contents = await readContents(call)
  const { info, sources, claims, notes, links } = contents
  start(sources.length + claims.length + notes.length)

  const items: Node[] = []
  const documents: Node[] = []
  for (const { id, title } of sources) {
    await step(title)
    const source = await call('sources.get', { id })
    documents.push(documentNode(source))
    items.push(...annotationNodes(source, contents.annotations.get(id) ?? []))
  }
  const claimNodes: Node[] = []
  for (const { id, statement } of claims) {
    await step(statement)
    claimNodes.push(claimNode(await call('claims.get', { id })))
  }
  const noteNodes: Node[] = []
  for (const { id, title } of notes) {
    await step(title)
    noteNodes.push(noteNode(await call('notes.get', { id })))
  }
  items.push(...links.map(linkNode))

  const collection: Node = {
    '@context': context,
    id: urn(info.id),
    type: 'AnnotationCollection',
    label: info.name,
    total: items.length,
    first: { id: `${urn(info.id)}#page`, type: 'AnnotationPage', partOf: urn(info.id), startIndex: 0, items },
    documents,
    claims: claimNodes,
    notes: noteNodes,
    relations: [...contents.relations.values()].map(relationNode),
  }
  await write('notebook.jsonld', `${JSON.stringify(collection, null, 2)}\n`)
}
