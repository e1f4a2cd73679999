import { useTranslation } from 'react-i18next'
import type { HistoryStep } from '#shared/model.ts'
import styles from './HistoryDialog.module.css'
import { useStepName } from './useStepName.ts'

/** What a step did, who took it, and when. */
export function StepFacts({ step }: { step: Pick<HistoryStep, 'label' | 'author' | 'at'> }) {
  const { i18n } = useTranslation('history')
  const name = useStepName()(step)
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <span className={styles.name}>{name.charAt(0).toLocaleUpperCase(i18n.language) + name.slice(1)}</span>
      {step.author !== null && step.author !== '' && <span className={styles.author}>{step.author}</span>}
      <time className={styles.time} dateTime={step.at}>
        {time.format(new Date(step.at))}
      </time>
    </>
  )
}
