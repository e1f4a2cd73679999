import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { useTitles } from '#renderer/objects/useTitles.ts'
import { useWindow, type WindowState } from '#renderer/state/window.ts'
import { Dialog } from '#renderer/ui/index.ts'
import type { ObjectRef } from '#shared/model.ts'
import { LinkForm } from './LinkForm.tsx'
import styles from './LinksPanel.module.css'

/** Binds the command that links what is selected in any view, or what is open where nothing is. */
export function LinkCommand() {
  const { t } = useTranslation('links')
  const kind = useWindow((state) => inHand(state)?.kind ?? null)
  const id = useWindow((state) => inHand(state)?.id ?? null)
  const [object, setObject] = useState<ObjectRef | null>(null)
  const title = useTitles()
  useCommand('links.add', () => kind !== null && id !== null && setObject({ kind, id }), {
    enabled: id !== null,
  })
  if (!object) return null
  const name = title(object) ?? ''
  return (
    <Dialog title={t('linkTo')} isOpen onClose={() => setObject(null)}>
      {name !== '' && <p className={styles.named}>{name}</p>}
      <LinkForm object={object} onDone={() => setObject(null)} />
    </Dialog>
  )
}

function inHand({ selection, view, claimId, noteId, sourceId }: WindowState): ObjectRef | null {
  if (selection) return selection
  if (view === 'claims' && claimId !== null) return { kind: 'claim', id: claimId }
  if (view === 'notes' && noteId !== null) return { kind: 'note', id: noteId }
  return sourceId === null ? null : { kind: 'source', id: sourceId }
}
