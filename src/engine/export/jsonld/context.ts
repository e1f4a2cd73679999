import type { ObjectKind } from '#shared/model.ts'

/** A JSON-LD node, as plain JSON. */
export type Node = Record<string, unknown>

/**
 * The standard's context is named by the address the standard fixes and never fetched. What Crossread adds is spelt out
 * beside it, so that a JSON-LD processor understands the whole file.
 */
export const context = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    '@version': 1.1,
    schema: 'http://schema.org/',
    crossread: 'urn:crossread:terms:',
    documents: { '@id': 'crossread:documents', '@container': '@set' },
    claims: { '@id': 'crossread:claims', '@container': '@set' },
    notes: { '@id': 'crossread:notes', '@container': '@set' },
    relations: { '@id': 'crossread:relations', '@container': '@set' },
    csl: { '@id': 'crossread:csl', '@type': '@json' },
    origin: { '@id': 'crossread:origin', '@type': '@id' },
    textHash: 'crossread:textHash',
    fileName: 'crossread:fileName',
    keyword: { '@id': 'schema:keywords', '@container': '@set' },
    anchorState: 'crossread:anchorState',
    number: 'crossread:number',
    status: 'crossread:status',
    suggestedStatus: 'crossread:suggestedStatus',
    reasoning: 'crossread:reasoning',
    confidence: 'crossread:confidence',
    inverse: 'crossread:inverse',
    symmetric: 'crossread:symmetric',
    stance: 'crossread:stance',
  },
]

/** An object's identifier outside the notebook. */
export function urn(id: string): string {
  return `urn:uuid:${id}`
}

/** The types a linked object is described by at the end of a link. */
export const targetTypes: Record<ObjectKind, string> = {
  source: 'Text',
  annotation: 'Annotation',
  claim: 'schema:Claim',
  note: 'schema:NoteDigitalDocument',
}
