import { ChevronRight, History } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { showHistoryOf } from '#renderer/state/historyOf.ts'
import { Button, Chip, classes, Spinner } from '#renderer/ui/index.ts'
import type { HistoryStep, TouchedObject } from '#shared/model.ts'
import styles from './HistoryDialog.module.css'
import { StepFacts } from './StepFacts.tsx'

/** More objects than this are counted by the step that touched them, and not listed. */
const most = 200

/** A step of the history, which opens to what it touched. */
export function Step({ step }: { step: HistoryStep }) {
  const { t } = useTranslation('history')
  const [open, setOpen] = useState(false)
  const listId = useId()
  return (
    <li className={styles.step} data-state={step.state}>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={14} aria-hidden className={classes(styles.arrow, open && styles.open)} />
        {step.state !== 'done' && <Chip>{t(`state.${step.state}`)}</Chip>}
        <StepFacts step={step} />
      </button>
      {open && <Touched id={listId} step={step.id} />}
    </li>
  )
}

/** What the step touched, each with the way to all its states: of what is gone, too. */
function Touched({ id, step }: { id: string; step: number }) {
  const { t } = useTranslation('history')
  const { data, error } = useCall('history.touched', { step, limit: most })
  if (error) return <p className={styles.error}>{error.message}</p>
  if (!data) return <Spinner />
  if (data.length === 0) return <p className={styles.none}>{t('touchedNothing')}</p>
  return (
    <ul id={id} className={styles.touched} aria-label={t('touched')}>
      {data.map((object) => (
        <Member key={`${object.kind} ${object.id}`} object={object} />
      ))}
      {data.length === most && <li className={styles.none}>{t('touchedMore', { count: most })}</li>}
    </ul>
  )
}

function Member({ object }: { object: TouchedObject }) {
  const { t } = useTranslation('history')
  const { kind, id, name, change } = object
  return (
    <li className={styles.member}>
      <span className={styles.kind}>{t(`kind.${kind}`)}</span>
      <span className={styles.memberName} dir="auto" title={name}>
        {name}
      </span>
      {change !== 'changed' && <Chip>{t(`change.${change}`)}</Chip>}
      <Button
        size="small"
        variant="quiet"
        icon={History}
        aria-label={t('statesOf', { name })}
        onPress={() => showHistoryOf({ kind, id })}
      >
        {t('states')}
      </Button>
    </li>
  )
}
