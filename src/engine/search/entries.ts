import type { Annotation, ObjectKind, Suggestion } from '#shared/model.ts'
import { findAnnotation, listAnnotations } from '../store/annotations.ts'
import { type ClaimRow, findClaim, listClaims } from '../store/claims.ts'
import type { Db } from '../store/database.ts'
import { findNote, listNotes, type NoteRow } from '../store/notes.ts'

/** What the suggester knows of one object. An annotation's `detail` is its source's title, which is looked up when it is shown. */
export interface Entry extends Suggestion {
  /** Searched besides the label: a note's words, a comment, tags. */
  more: string
}

/** What the researcher makes, other than what was imported. */
export type WrittenKind = Exclude<ObjectKind, 'source'>

/** Everything that the researcher wrote. */
export function collectEntries(db: Db): Entry[] {
  return [
    ...listClaims(db).map(ofClaim),
    ...listNotes(db).map(ofNote),
    ...listAnnotations(db, null).map(ofAnnotation),
  ]
}

/** The entry of one object as it is now; null where it is gone. */
export function findEntry(db: Db, kind: WrittenKind, id: string): Entry | null {
  switch (kind) {
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
