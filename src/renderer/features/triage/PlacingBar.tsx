import { useTranslation } from 'react-i18next'
import { keysOf, useCommand } from '#renderer/commands/registry.ts'
import { type Placing, stopPlacing } from '#renderer/state/judging.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, Tooltip } from '#renderer/ui/index.ts'
import { putAt } from './actions.ts'
import styles from './PlacingBar.module.css'

/** Longer words are cut: they stand in the list as a whole. */
const longestWords = 160

/** While an annotation is moved by hand: which one, and what to do. It goes on the passage that is selected. */
export function PlacingBar({ placing }: { placing: Placing }) {
  const { t } = useTranslation('triage')
  const selected = useWindow((state) => state.passage)
  const passage = selected?.sourceId === placing.sourceId ? selected : null
  const put = async (): Promise<void> => {
    if (!passage) return
    if (!(await putAt(placing.annotationId, passage))) return
    document.getSelection()?.collapseToEnd()
    stopPlacing()
  }
  useCommand('triage.place', () => void put(), { enabled: passage !== null })
  const { words } = placing
  return (
    <section className={styles.bar} aria-label={t('placing.title')}>
      <p className={styles.what}>
        {t('placing.what')}{' '}
        <q className={styles.words} dir="auto">
          {words.length > longestWords ? `${words.slice(0, longestWords)}…` : words}
        </q>{' '}
        <span className={styles.how}>{passage ? t('placing.ready') : t('placing.how')}</span>
      </p>
      <div className={styles.actions}>
        <Tooltip text={t('placing.put')} keys={keysOf('triage.place')[0]}>
          <Button size="small" variant="primary" isDisabled={!passage} onPress={() => void put()}>
            {t('placing.put')}
          </Button>
        </Tooltip>
        <Button size="small" onPress={stopPlacing}>
          {placing.from ? t('placing.back') : t('placing.stop')}
        </Button>
      </div>
    </section>
  )
}
