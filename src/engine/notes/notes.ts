import { CrossreadError } from '#shared/errors.ts'
import { newId } from '#shared/ids.ts'
import type { Note, NoteSummary } from '#shared/model.ts'
import { appendBlock, emptyRichText, quoteBlock, richTextToPlainText } from '#shared-editor/text.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { fromMarkdown } from '../markdown.ts'
import { now, required, type Session } from '../session.ts'
import { findAnnotation } from '../store/annotations.ts'
import { deleteNote, findNote, insertNote, listNotes, type NoteRow, updateNote } from '../store/notes.ts'
import { findSource } from '../store/sources.ts'

const excerptLength = 160

export const noteHandlers: Omit<Handlers<CallsOf<'notes'>>, 'notes.backlinks'> = {
  'notes.list': ({ store }) => listNotes(store.db).map(toSummary),

  'notes.get': (session, { id }) => readNote(session, id),

  'notes.create': async (session, { title, content, markdown }) => {
    if (content !== undefined && markdown !== undefined) {
      throw new CrossreadError(
        'invalid_input',
        'Give the content of a note once: as rich text or as Markdown.',
      )
    }
    const body = content ?? (markdown === undefined ? emptyRichText() : await fromMarkdown(markdown))
    const id = newId()
    session.change('notes.create', () =>
      insertNote(session.store.db, {
        id,
        title,
        content: body,
        contentText: richTextToPlainText(body),
        at: now(),
      }),
    )
    return readNote(session, id)
  },

  'notes.update': (session, { id, title, content, baseUpdatedAt }) => {
    const { db } = session.store
    const note = required(findNote(db, id), 'note')
    if (baseUpdatedAt !== undefined && baseUpdatedAt !== note.updatedAt) {
      throw new CrossreadError('conflict', 'This note was changed elsewhere in the meantime.')
    }
    const next = content ?? note.content
    const fields = {
      title: title ?? note.title,
      content: next,
      contentText: richTextToPlainText(next),
      at: now(),
    }
    session.change(
      'notes.update',
      () => updateNote(db, id, fields),
      title === undefined ? `note ${id}` : null,
    )
    return readNote(session, id)
  },

  'notes.delete': (session, { id }) => {
    required(findNote(session.store.db, id), 'note')
    session.change('notes.delete', () => deleteNote(session.store.db, id))
    return { ok: true }
  },

  'notes.appendQuote': (session, { id, annotationId }) => {
    const { db } = session.store
    const note = required(findNote(db, id), 'note')
    const { sourceId, quote } = required(findAnnotation(db, annotationId), 'annotation')
    const { title } = required(findSource(db, sourceId), 'source')
    const content = appendBlock(note.content, quoteBlock({ annotationId, sourceId, quote, title }))
    const fields = { title: note.title, content, contentText: richTextToPlainText(content), at: now() }
    session.change('notes.appendQuote', () => updateNote(db, id, fields))
    return readNote(session, id)
  },
}

function readNote({ store }: Session, id: string): Note {
  const row = required(findNote(store.db, id), 'note')
  return { ...row, excerpt: excerptOf(row) }
}

function toSummary(row: NoteRow): NoteSummary {
  const { content: _, contentText: __, ...summary } = row
  return { ...summary, excerpt: excerptOf(row) }
}

function excerptOf({ contentText }: NoteRow): string {
  const line = contentText.replace(/\s+/g, ' ').trim()
  return line.length <= excerptLength ? line : `${line.slice(0, excerptLength).trimEnd()}…`
}
