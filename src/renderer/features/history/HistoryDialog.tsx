import { RotateCcw, RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { runCommand, useCommandState } from '../../commands/registry.ts'
import { useCall } from '../../engine/queries.ts'
import { Button, Dialog, EmptyState, Spinner } from '../../ui/index.ts'
import styles from './HistoryDialog.module.css'
import { Step } from './Step.tsx'

const most = 500

/** The steps that made the notebook what it is, the latest first. */
export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('history')
  const { data, error } = useCall('history.list', { limit: most })
  const states = useCommandState()
  const buttons = [
    { state: states.find(({ id }) => id === 'history.undo'), icon: RotateCcw },
    { state: states.find(({ id }) => id === 'history.redo'), icon: RotateCw },
  ]
  return (
    <Dialog
      title={t('title')}
      isOpen
      onClose={onClose}
      footer={buttons.map(
        ({ state, icon }) =>
          state && (
            <Button
              key={state.id}
              icon={icon}
              isDisabled={!state.enabled}
              onPress={() => runCommand(state.id)}
            >
              {state.title}
            </Button>
          ),
      )}
    >
      {error && <p className={styles.error}>{error.message}</p>}
      {!data && !error && <Spinner />}
      {data?.length === 0 && <EmptyState title={t('empty')} />}
      <ol className={styles.steps}>
        {data?.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </Dialog>
  )
}
