import i18next from 'i18next'
import { write } from '#renderer/engine/queries.ts'
import { useWindow } from '#renderer/state/window.ts'

/** Starts a note and opens it, ready to be named. */
export async function newNote(): Promise<void> {
  const note = await write('notes.create', { title: i18next.t('untitled', { ns: 'notes' }) })
  if (note) useWindow.getState().openNote(note.id)
}
