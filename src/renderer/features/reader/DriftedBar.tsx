import { Anchor } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { judge } from '#renderer/state/judging.ts'
import { Button } from '#renderer/ui/index.ts'
import styles from './DriftedBar.module.css'

/** Above the text: how many of its annotations have other words, or no place, since it changed. */
export function DriftedBar({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation('triage')
  const { data = [] } = useCall('annotations.drifted', { sourceId })
  const count = (state: 'lost' | 'changed') =>
    data.filter(({ annotation }) => annotation.state === state).length
  const parts = [
    count('changed') > 0 && t('bar.changed', { count: count('changed') }),
    count('lost') > 0 && t('bar.lost', { count: count('lost') }),
  ].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <section className={styles.bar} aria-label={t('bar')}>
      <Anchor size={14} aria-hidden className={styles.icon} />
      <p className={styles.words}>{parts.join(' · ')}</p>
      <Button size="small" onPress={() => judge({ sourceId })}>
        {t('bar.judge')}
      </Button>
    </section>
  )
}
