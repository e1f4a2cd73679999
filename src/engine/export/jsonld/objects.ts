import { plainDate } from '#shared/dates/index.ts'
import type { Claim, LinkView, Note, ObjectRef, Relation, Source } from '#shared/model.ts'
import { richTextToMarkdown } from '#shared-editor/markdown.ts'
import { blankOut, type Passage } from '../excluded.ts'
import { cslMetadata, personName, publisherOf } from '../facts.ts'
import { markdownBody, tagBody } from './annotation.ts'
import { type Node, targetTypes, urn } from './context.ts'

/** A source: its canonical text, which the positions count in, blank where a passage was taken out, and its facts in schema.org's words and in CSL's. */
export function documentNode(source: Source, excluded: readonly Passage[]): Node {
  const { metadata } = source
  return {
    id: urn(source.id),
    type: ['Text', 'schema:Article'],
    'schema:name': source.title,
    'schema:author': metadata.author?.map(personName).filter(Boolean),
    'schema:publisher': publisherOf(metadata),
    'schema:datePublished': plainDate(metadata.issued),
    'schema:url': metadata.URL,
    language: metadata.language,
    keyword: source.tags,
    fileName: source.fileName,
    origin: urn(source.originId),
    format: 'text/plain',
    textHash: source.textHash,
    csl: cslMetadata(metadata),
    value: blankOut(source.text, excluded, 'code-point'),
  }
}

export function claimNode(claim: Claim): Node {
  return {
    id: urn(claim.id),
    type: 'schema:Claim',
    number: claim.number,
    'schema:text': claim.statement,
    status: claim.status,
    suggestedStatus: claim.suggestion.status,
    reasoning:
      claim.reasoning === null ? undefined : markdownBody(richTextToMarkdown(claim.reasoning), 'describing'),
    keyword: claim.tags,
    created: claim.createdAt,
    modified: claim.updatedAt,
  }
}

export function noteNode(note: Note): Node {
  return {
    id: urn(note.id),
    type: 'schema:NoteDigitalDocument',
    'schema:name': note.title,
    format: 'text/markdown',
    value: richTextToMarkdown(note.content),
    keyword: note.tags,
    created: note.createdAt,
    modified: note.updatedAt,
  }
}

export function relationNode(relation: Relation): Node {
  const { id, name, inverse, symmetric, stance } = relation
  return { id: urn(id), type: 'crossread:Relation', 'schema:name': name, inverse, symmetric, stance }
}

/** A link as a linking annotation: its two ends in order, the relation's name as a tag, the rationale as a comment. */
export function linkNode(link: LinkView): Node {
  return {
    id: urn(link.id),
    type: 'Annotation',
    motivation: 'linking',
    created: link.createdAt,
    modified: link.updatedAt,
    body: [
      tagBody(link.relation),
      ...(link.rationale === ''
        ? []
        : [{ type: 'TextualBody', purpose: 'commenting', value: link.rationale }]),
    ],
    target: [end(link.from), end(link.to)],
    confidence: link.confidence ?? undefined,
  }
}

function end(ref: ObjectRef): Node {
  return { id: urn(ref.id), type: targetTypes[ref.kind] }
}
