import { Plus, StickyNote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { keysOf } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { newNote } from '#renderer/objects/newNote.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, EmptyState, IconButton, Spinner } from '#renderer/ui/index.ts'
import { NoteList } from './NoteList.tsx'
import { NotePane } from './NotePane.tsx'
import styles from './NotesView.module.css'

/** The notes and the one that is open; with `noteId` that note alone, beside what one reads. */
export function NotesView({ noteId }: { noteId?: string }) {
  if (noteId) return <NotePane key={noteId} id={noteId} />
  return <NotesWithList />
}

function NotesWithList() {
  const { t } = useTranslation('notes')
  const open = useWindow((state) => state.noteId)
  const openNote = useWindow((state) => state.openNote)
  const notes = useCall('notes.list', {})
  if (!notes.data) return <Spinner />
  const button = (
    <Button variant="primary" icon={Plus} onPress={() => void newNote()}>
      {t('new')}
    </Button>
  )
  if (notes.data.length === 0) {
    return <EmptyState icon={StickyNote} title={t('empty.title')} text={t('empty.text')} action={button} />
  }
  const shown = notes.data.find(({ id }) => id === open)
  return (
    <div className={styles.view}>
      <div className={styles.side}>
        <header className={styles.sideHeader}>
          <span className={styles.count}>{t('count', { count: notes.data.length })}</span>
          <IconButton
            icon={Plus}
            label={t('new')}
            keys={keysOf('note.new')[0]}
            onPress={() => void newNote()}
          />
        </header>
        <NoteList notes={notes.data} openId={shown?.id ?? null} onOpen={openNote} />
      </div>
      {shown ? (
        <NotePane key={shown.id} id={shown.id} />
      ) : (
        <EmptyState icon={StickyNote} title={t('choose.title')} text={t('choose.text')} action={button} />
      )}
    </div>
  )
}
