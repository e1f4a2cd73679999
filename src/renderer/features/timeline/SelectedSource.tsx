import { BookOpen, CalendarPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '#renderer/objects/dates.ts'
import { editDetail } from '#renderer/state/detailInHand.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button } from '#renderer/ui/index.ts'
import { type TimelineEntry, timelineLanes } from '#shared/model.ts'
import styles from './TimelineView.module.css'

/** Below the lanes: what is known of the selected source's dates, or how the lanes are read where none is selected. */
export function SelectedSource({ entries }: { entries: readonly TimelineEntry[] }) {
  const { t, i18n } = useTranslation('timeline')
  const selection = useWindow((state) => state.selection)
  const openSource = useWindow((state) => state.openSource)
  const entry = selection?.kind === 'source' ? entries.find(({ id }) => id === selection.id) : undefined
  if (!entry) return <p className={styles.foot}>{t('hint')}</p>
  const facts = timelineLanes.flatMap((lane) => {
    const date = entry.dates[lane]
    return date ? [t(`fact.${lane}`, { date: formatDate(date, i18n.language) })] : []
  })
  return (
    <section className={styles.foot} aria-label={t('selected')}>
      <p className={styles.footWords}>
        <strong>{entry.title}</strong> <span className={styles.quiet}>{facts.join(' · ')}</span>
      </p>
      <Button size="small" variant="quiet" icon={CalendarPlus} onPress={() => editDetail(entry.id, 'issued')}>
        {t('editDate')}
      </Button>
      <Button size="small" icon={BookOpen} onPress={() => openSource(entry.id)}>
        {t('open')}
      </Button>
    </section>
  )
}
