import { z } from 'zod'
import type { Backlink, Claim, ClaimSummary, Link, LinkView, Note, NoteSummary, ObjectRef } from '../model.ts'
import { read, write } from './call.ts'
import { claimStatus, colour, confidence, id, line, objectRef, offset, richText } from './fields.ts'

const passage = { sourceId: id, start: offset, end: offset }
/** An object; or a passage that may not be annotated yet, by its place or by its words. */
const linkEnd = z.union([
  objectRef,
  z.strictObject(passage),
  z.strictObject({ sourceId: id, quote: z.string().min(1).max(1_000_000) }),
])
/** A relation's id, or its name in any case. */
const relation = z.string().trim().min(1).max(200)
/** Rich text as a window writes it, or plain text. */
const rationale = z.union([z.string().max(100_000), richText])

export const claimCalls = {
  'claims.list': read<ClaimSummary[]>()(z.strictObject({})),
  'claims.get': read<Claim>()(z.strictObject({ id })),
  'claims.create': write<Claim>()(z.strictObject({ statement: line, status: claimStatus.optional() })),
  /** A claim, its first passage and the link between them, as one step of the history. */
  'claims.createFromPassage': write<{ claimId: string; annotationId: string; linkId: string }>()(
    z.strictObject({ ...passage, statement: line, relation: relation.optional(), colour: colour.optional() }),
  ),
  'claims.update': write<Claim>()(
    z.strictObject({
      id,
      statement: line.optional(),
      status: claimStatus.optional(),
      reasoning: richText.nullable().optional(),
    }),
  ),
  'claims.delete': write<{ ok: true }>()(z.strictObject({ id })),
}

export const linkCalls = {
  'links.list': read<LinkView[]>()(z.strictObject({ object: objectRef.optional() })),
  'links.create': write<Link>()(
    z.strictObject({
      from: objectRef,
      to: objectRef,
      relation,
      rationale: rationale.optional(),
      confidence: confidence.nullable().optional(),
    }),
  ),
  /** Annotates the passage, unless that very range is annotated already, and links it, as one step. */
  'links.createFromPassage': write<{ annotationId: string; linkId: string }>()(
    z.strictObject({
      ...passage,
      to: objectRef,
      relation,
      rationale: rationale.optional(),
      confidence: confidence.nullable().optional(),
      colour: colour.optional(),
    }),
  ),
  /**
   * Links two ends, annotating those that are passages yet unless that very range is annotated already, as one step.
   * Throws `quote_not_found` and `quote_ambiguous` for words that have no or several places.
   */
  'links.connect': write<{ from: ObjectRef; to: ObjectRef; linkId: string }>()(
    z.strictObject({
      from: linkEnd,
      to: linkEnd,
      relation,
      rationale: rationale.optional(),
      confidence: confidence.nullable().optional(),
      colour: colour.optional(),
    }),
  ),
  'links.update': write<Link>()(
    z.strictObject({
      id,
      relation: relation.optional(),
      rationale: rationale.optional(),
      confidence: confidence.nullable().optional(),
    }),
  ),
  'links.delete': write<{ ok: true }>()(z.strictObject({ id })),
}

export const noteCalls = {
  'notes.list': read<NoteSummary[]>()(z.strictObject({})),
  'notes.get': read<Note>()(z.strictObject({ id })),
  'notes.create': write<Note>()(
    z.strictObject({
      title: line,
      content: richText.optional(),
      markdown: z.string().max(10_000_000).optional(),
    }),
  ),
  /**
   * `baseUpdatedAt` is the state that the change was made on: throws `conflict` where the note is another one by now,
   * because it was changed elsewhere.
   */
  'notes.update': write<Note>()(
    z.strictObject({
      id,
      title: line.optional(),
      content: richText.optional(),
      baseUpdatedAt: z.string().max(40).optional(),
    }),
  ),
  'notes.delete': write<{ ok: true }>()(z.strictObject({ id })),
  /** Puts a quote block for the annotation at the note's end. */
  'notes.appendQuote': write<Note>()(z.strictObject({ id, annotationId: id })),
  /** Notes, claims and annotations whose text mentions or quotes the object, those changed last first. */
  'notes.backlinks': read<Backlink[]>()(z.strictObject({ object: objectRef })),
}
