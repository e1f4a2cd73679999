import { X } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectRef } from '#shared/model.ts'
import { useWindow } from '../state/window.ts'
import { IconButton, Spinner } from '../ui/index.ts'
import styles from './SecondPane.module.css'

const Reader = lazy(async () => ({ default: (await import('../features/reader/index.ts')).ReaderView }))
const Claims = lazy(async () => ({ default: (await import('../features/claims/index.ts')).ClaimsView }))
const Notes = lazy(async () => ({ default: (await import('../features/notes/index.ts')).NotesView }))

/** Another source, a claim or a note beside the text one reads. */
export function SecondPane() {
  const { t } = useTranslation('app')
  const { secondPane, openBeside } = useWindow()
  if (!secondPane) return null
  return (
    <section className={styles.pane} aria-label={t('beside.title')}>
      <header className={styles.header}>
        <span className={styles.title}>{t('beside.title')}</span>
        <IconButton icon={X} size="small" label={t('beside.close')} onPress={() => openBeside(null)} />
      </header>
      <div className={styles.body}>
        <Suspense fallback={<Spinner />}>{contentOf(secondPane)}</Suspense>
      </div>
    </section>
  )
}

function contentOf(object: ObjectRef): ReactNode {
  if (object.kind === 'source') return <Reader sourceId={object.id} />
  if (object.kind === 'claim') return <Claims claimId={object.id} />
  if (object.kind === 'note') return <Notes noteId={object.id} />
  return null
}
