import type { Annotation, ObjectKind, SourceSummary, Suggestion } from '#shared/model.ts'
import { findAnnotation, listAnnotations } from '../store/annotations.ts'
import { type ClaimRow, findClaim, listClaims } from '../store/claims.ts'
import type { Db } from '../store/database.ts'
import { findNote, listNotes, type NoteRow } from '../store/notes.ts'
import { findSource, listSources } from '../store/sources.ts'

/** What the suggester knows of one object. An annotation's `detail` is its source's title, which the source's entry has. */
export interface Entry extends Suggestion {
  /** Searched besides the label: a note's words, a comment, tags, authors. */
  more: string
}

/** Every object that has a name or was written by the researcher. */
export function collectEntries(db: Db): Entry[] {
  return [
    ...listSources(db, Number.MAX_SAFE_INTEGER).map(ofSource),
    ...listClaims(db).map(ofClaim),
    ...listNotes(db).map(ofNote),
    ...listAnnotations(db, null).map(ofAnnotation),
  ]
}

/** The entry of one object as it is now; null where it is gone. */
export function findEntry(db: Db, kind: ObjectKind, id: string): Entry | null {
  switch (kind) {
    case 'source':
      return mapped(findSource(db, id), ofSource)
    case 'claim':
      return mapped(findClaim(db, id), ofClaim)
    case 'note':
      return mapped(findNote(db, id), ofNote)
    case 'annotation':
      return mapped(findAnnotation(db, id), ofAnnotation)
  }
}

function mapped<T>(found: T | null, toEntry: (found: T) => Entry): Entry | null {
  return found === null ? null : toEntry(found)
}

function ofSource({ id, title, metadata, tags }: SourceSummary): Entry {
  const names = (metadata.author ?? []).map(
    (name) => name.literal ?? `${name.given ?? ''} ${name.family ?? ''}`,
  )
  const place = metadata['container-title'] ?? metadata.publisher ?? ''
  const more = [...names, place, ...tags].join(' ')
  return { kind: 'source', id, label: title, detail: place, sourceId: id, more }
}

function ofClaim({ id, number, statement, status, reasoningText, tags }: ClaimRow): Entry {
  const more = [reasoningText, ...tags].join(' ')
  return { kind: 'claim', id, label: `C${number} ${statement}`, detail: status, sourceId: null, more }
}

function ofNote({ id, title, contentText, tags }: NoteRow): Entry {
  return {
    kind: 'note',
    id,
    label: title,
    detail: '',
    sourceId: null,
    more: [contentText, ...tags].join(' '),
  }
}

function ofAnnotation({ id, quote, sourceId, commentText, tags }: Annotation): Entry {
  const more = [commentText, ...tags].join(' ')
  return { kind: 'annotation', id, label: quote, detail: '', sourceId, more }
}
