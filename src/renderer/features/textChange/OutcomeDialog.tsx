import { useTranslation } from 'react-i18next'
import type { AnchorOutcome, AnchorState, TextChangeReport } from '#shared/model.ts'
import { openAnnotation } from '../../objects/openObject.ts'
import { WordDiff } from '../../objects/WordDiff.tsx'
import { judge } from '../../state/judging.ts'
import { useWindow } from '../../state/window.ts'
import { Button, Chip, Dialog } from '../../ui/index.ts'
import { outcomeWords } from './outcome.ts'
import styles from './TextChange.module.css'

/** What one has to look at comes first. */
const order: readonly AnchorState[] = ['lost', 'changed', 'moved', 'exact']
const tones = { exact: 'neutral', moved: 'neutral', changed: 'warn', lost: 'danger' } as const
/** More than anybody looks through one by one. */
const most = 500

/** What became of each annotation when its source's text changed, with the words before and after. */
export function OutcomeDialog({ report, onClose }: { report: TextChangeReport; onClose: () => void }) {
  const { t } = useTranslation('textChange')
  const { t: ui } = useTranslation('ui')
  const outcomes = order.flatMap((state) => report.outcomes.filter((outcome) => outcome.state === state))
  const open = ({ annotationId, before, after }: AnchorOutcome): void => {
    onClose()
    if (after) openAnnotation({ id: annotationId, sourceId: report.sourceId, ...after })
    else {
      const { openSource, select } = useWindow.getState()
      openSource(report.sourceId, { start: before.start, end: before.start })
      select({ kind: 'annotation', id: annotationId })
    }
  }
  return (
    <Dialog
      title={t('outcome.title')}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          {report.counts.changed + report.counts.lost > 0 && (
            <Button
              onPress={() => {
                onClose()
                judge({ sourceId: report.sourceId })
              }}
            >
              {t('outcome.judge')}
            </Button>
          )}
          <Button variant="primary" onPress={onClose} autoFocus>
            {ui('close')}
          </Button>
        </>
      }
    >
      <p className={styles.summary}>{outcomeWords(report)}</p>
      <ul className={styles.outcomes} aria-label={t('outcome.list')}>
        {outcomes.slice(0, most).map((outcome) => (
          <li key={outcome.annotationId} className={styles.outcome}>
            <span className={styles.state}>
              <Chip tone={tones[outcome.state]}>{t(`state.${outcome.state}`)}</Chip>
            </span>
            <Words outcome={outcome} />
            <Button size="small" onPress={() => open(outcome)}>
              {t('outcome.open')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function Words({ outcome: { before, after } }: { outcome: AnchorOutcome }) {
  const { t } = useTranslation('textChange')
  if (!after) {
    return (
      <span className={styles.words} dir="auto">
        <del>{before.quote}</del>
        <span className={styles.gone}>{t('outcome.gone')}</span>
      </span>
    )
  }
  return (
    <span className={styles.words} dir="auto">
      <WordDiff before={before.quote} after={after.quote} />
    </span>
  )
}
