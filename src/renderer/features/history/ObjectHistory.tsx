import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { useCall, useWrite } from '#renderer/engine/queries.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { useTitles } from '#renderer/objects/useTitles.ts'
import { showHistoryOf, useHistoryOf } from '#renderer/state/historyOf.ts'
import { useWindow, type WindowState } from '#renderer/state/window.ts'
import { Button, Chip, Dialog, EmptyState, Spinner } from '#renderer/ui/index.ts'
import { type HistoricRef, type ObjectRef, type ObjectVersion, objectKinds } from '#shared/model.ts'
import styles from './HistoryDialog.module.css'
import { StepFacts } from './StepFacts.tsx'
import { VersionFields } from './VersionFields.tsx'

/** Binds the command that opens the states of what is selected, or of what is open where nothing is. */
export function ObjectHistory() {
  const object = useHistoryOf((state) => state.object)
  const inHand = useWindow(objectInHand)
  const id = useWindow((state) => objectIdInHand(state, inHand))
  useCommand(
    'history.ofObject',
    () => id !== null && inHand !== null && showHistoryOf({ kind: inHand, id }),
    {
      enabled: id !== null,
    },
  )
  if (object === null) return null
  return <ObjectDialog object={object} onClose={() => useHistoryOf.setState({ object: null })} />
}

function objectInHand({ selection, view, claimId, noteId, sourceId }: WindowState): ObjectRef['kind'] | null {
  if (selection) return selection.kind
  if (view === 'claims' && claimId !== null) return 'claim'
  if (view === 'notes' && noteId !== null) return 'note'
  return sourceId === null ? null : 'source'
}

function objectIdInHand(
  { selection, claimId, noteId, sourceId }: WindowState,
  kind: ObjectRef['kind'] | null,
): string | null {
  if (selection) return selection.id
  if (kind === 'claim') return claimId
  return kind === 'note' ? noteId : sourceId
}

const naming: ReadonlySet<string> = new Set(['quote', 'statement', 'title', 'name', 'relation'])

function ObjectDialog({ object, onClose }: { object: HistoricRef; onClose: () => void }) {
  const { t } = useTranslation('history')
  const titleOf = useTitles()
  const kind = objectKinds.find((each) => each === object.kind)
  const title = kind && titleOf({ kind, id: object.id })
  const { data, error } = useCall('history.ofObject', { object })
  // What is gone is in no list: its own history knows how it was called last.
  const last = data?.flatMap(({ fields }) => fields).find(({ field }) => naming.has(field))
  const name = title || last?.after || last?.before || ''
  return (
    <Dialog title={t(`of.${object.kind}`)} isOpen onClose={onClose} size="large">
      {name !== '' && <p className={styles.object}>{name}</p>}
      {error && <p className={styles.error}>{error.message}</p>}
      {!data && !error && <Spinner />}
      {data?.length === 0 && <EmptyState title={t('noVersions')} text={t('noVersionsText')} />}
      <ol className={styles.steps}>
        {data?.map((version) => (
          <Version key={version.step} object={object} version={version} />
        ))}
      </ol>
    </Dialog>
  )
}

function Version({ object, version }: { object: HistoricRef; version: ObjectVersion }) {
  const { t } = useTranslation('history')
  const write = useWrite()
  const restore = async (): Promise<void> => {
    const done = await write('history.restore', { object, step: version.step })
    if (done) await offerUndo(t('wentBack'))
  }
  return (
    <li className={styles.version}>
      <div className={styles.versionHead}>
        <StepFacts step={version} />
        {version.change !== 'changed' && <Chip>{t(`change.${version.change}`)}</Chip>}
        {version.current && <Chip tone="accent">{t('now')}</Chip>}
        {!version.current && version.change !== 'deleted' && (
          <Button size="small" icon={RotateCcw} onPress={() => void restore()}>
            {t('goBack')}
          </Button>
        )}
      </div>
      {version.change !== 'deleted' && <VersionFields version={version} />}
    </li>
  )
}
