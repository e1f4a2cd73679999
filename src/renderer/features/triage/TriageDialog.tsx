import { CircleCheck } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { type JudgingList, useJudging } from '#renderer/state/judging.ts'
import { Button, Dialog, EmptyState, Spinner } from '#renderer/ui/index.ts'
import { allRows } from './list.ts'
import styles from './Triage.module.css'
import { TriageList } from './TriageList.tsx'

/** The annotations whose text changed, of a source or of the notebook, to be judged one by one or many at once. */
export function TriageDialog({ list }: { list: JudgingList }) {
  const { t } = useTranslation('triage')
  const { t: ui } = useTranslation('ui')
  const of = list.sourceId === null ? {} : { sourceId: list.sourceId }
  const drifted = useCall('annotations.drifted', of)
  const annotations = useCall('annotations.list', of)
  const decided = useJudging((state) => state.decided)
  const waiting = useMemo(
    () => drifted.data?.filter(({ annotation }) => !decided.includes(annotation.id)),
    [drifted.data, decided],
  )
  const rows = useMemo(
    () => waiting && annotations.data && allRows(waiting, annotations.data),
    [waiting, annotations.data],
  )
  // What the engine says now is right again, undone or not.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is what it is about
  useEffect(() => useJudging.setState({ decided: [] }), [drifted.dataUpdatedAt])
  const isDone = waiting?.length === 0
  const close = (): void => useJudging.setState({ list: null })
  return (
    <Dialog
      title={t('title')}
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          {list.sourceId !== null && (
            <Button
              variant="quiet"
              onPress={() => useJudging.setState({ list: { ...list, sourceId: null } })}
            >
              {t('allSources')}
            </Button>
          )}
          {/* Made anew when the last one was judged: the keyboard was there, and goes on here. */}
          <Button key={isDone ? 'done' : 'open'} variant="primary" autoFocus={isDone} onPress={close}>
            {ui('close')}
          </Button>
        </>
      }
    >
      {!rows && <Spinner />}
      {rows && isDone && <EmptyState icon={CircleCheck} title={t('none.title')} text={t('none.text')} />}
      {rows && !isDone && (
        <>
          <p className={styles.text}>{t('text')}</p>
          <TriageList key={list.sourceId} rows={rows} at={list.at} />
        </>
      )}
    </Dialog>
  )
}
