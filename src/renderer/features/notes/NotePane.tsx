import { Columns2, FileX, History, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { RichTextEditor } from '#renderer/editor/RichTextEditor.tsx'
import { engine } from '#renderer/engine/client.ts'
import { useCall, useWrite, write } from '#renderer/engine/queries.ts'
import { Backlinks } from '#renderer/objects/Backlinks.tsx'
import { showBesideText, useCanStandBeside } from '#renderer/objects/besideText.ts'
import { TagEditor } from '#renderer/objects/TagEditor.tsx'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { useDraft } from '#renderer/objects/useDraft.ts'
import { showHistoryOf } from '#renderer/state/historyOf.ts'
import { useWindow } from '#renderer/state/window.ts'
import { EmptyState, IconButton, Spinner } from '#renderer/ui/index.ts'
import type { Note, RichText } from '#shared/model.ts'
import styles from './NotePane.module.css'

/** One note, open to be written. Everything is saved as one writes. */
export function NotePane({ id }: { id: string }) {
  const { t } = useTranslation('notes')
  const note = useCall('notes.get', { id })
  if (note.isError) return <EmptyState icon={FileX} title={t('missing')} text={note.error.message} />
  if (!note.data) return <Spinner />
  return <OpenNote note={note.data} />
}

function OpenNote({ note }: { note: Note }) {
  const { t } = useTranslation('notes')
  const write = useWrite()
  const { id } = note
  const canStandBeside = useCanStandBeside('notes')
  const remove = async (): Promise<void> => {
    if (await write('notes.delete', { id })) await offerUndo(t('deleted', { title: note.title }))
  }
  return (
    <div className={styles.pane}>
      <article className={styles.page}>
        <header className={styles.header}>
          <Title note={note} />
          {canStandBeside && (
            <IconButton
              icon={Columns2}
              label={t('besideText')}
              onPress={() => showBesideText({ kind: 'note', id })}
            />
          )}
          <IconButton
            icon={History}
            label={t('history')}
            onPress={() => showHistoryOf({ kind: 'note', id })}
          />
          <IconButton icon={Trash2} label={t('delete')} onPress={() => void remove()} />
        </header>
        <TagEditor object={{ kind: 'note', id }} tags={note.tags} />
        <RichTextEditor
          value={note.content}
          onChange={(content, base) => saveContent(id, content, base)}
          versioned={{ version: note.updatedAt, fetch: () => fetchContent(id) }}
          ariaLabel={t('text')}
          placeholder={t('placeholder')}
        />
        <Backlinks object={{ kind: 'note', id }} />
      </article>
    </div>
  )
}

/** Gives the name of the state that was saved. Throws `conflict` where the note is another one than `base` by now. */
async function saveContent(
  id: string,
  content: RichText,
  base: string | undefined,
): Promise<string | undefined> {
  const change = { id, content, ...(base !== undefined && { baseUpdatedAt: base }) }
  return (await write('notes.update', change, { answer: 'conflict' }))?.updatedAt
}

async function fetchContent(id: string): Promise<{ content: RichText; version: string }> {
  const { content, updatedAt } = await engine.call('notes.get', { id })
  return { content, version: updatedAt }
}

function Title({ note }: { note: Note }) {
  const { t } = useTranslation('notes')
  const write = useWrite()
  const field = useRef<HTMLInputElement>(null)
  const opened = useWindow((state) => state.noteId)
  const save = (title: string): void => {
    if (title !== '') void write('notes.update', { id: note.id, title })
  }
  useCommand('rename', () => field.current?.select(), { enabled: opened === note.id })
  const { value, ...draft } = useDraft(note.title, save)
  return (
    <input
      ref={field}
      className={styles.title}
      aria-label={t('title')}
      value={value}
      maxLength={2_000}
      dir="auto"
      // biome-ignore lint/a11y/noAutofocus: a note that has just been made is named first
      autoFocus={note.title === t('untitled')}
      onFocus={({ target }) => value === t('untitled') && target.select()}
      {...draft}
      onKeyDown={(event) => {
        draft.onKeyDown(event)
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' || event.key === 'ArrowDown') goOnToText(event)
      }}
    />
  )
}

/** From the title on to the text below it, as in any document. */
function goOnToText(event: KeyboardEvent<HTMLInputElement>): void {
  event.preventDefault()
  event.currentTarget.closest('article')?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()
}
