import { CalendarDays, Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { useWindow } from '#renderer/state/window.ts'
import { EmptyState, IconButton } from '#renderer/ui/index.ts'
import type { SourceSummary, TimelineEntry } from '#shared/model.ts'
import { Lanes } from './Lanes.tsx'
import { spanOfDate } from './scale.ts'
import styles from './TimelineView.module.css'

const widest = 256

/** When sources were published, what they tell of happened, and when they were captured. */
export function TimelineView() {
  const { t } = useTranslation('timeline')
  const timeline = useCall('views.timeline', {})
  const sources = useCall('sources.list', {})
  const [zoom, setZoom] = useState(1)
  const dated = useMemo(() => (timeline.data ?? []).filter(({ date }) => spanOfDate(date)), [timeline.data])
  if (!timeline.data || !sources.data) return null
  if (sources.data.length === 0) {
    return <EmptyState icon={CalendarDays} title={t('emptyTitle')} text={t('emptyText')} />
  }
  return (
    <div className={styles.view}>
      <header className={styles.bar}>
        <p className={styles.hint}>{t('hint')}</p>
        <div className={styles.zoom}>
          <IconButton
            icon={ZoomOut}
            label={t('zoomOut')}
            isDisabled={zoom <= 1}
            onPress={() => setZoom(zoom / 2)}
          />
          <IconButton
            icon={ZoomIn}
            label={t('zoomIn')}
            isDisabled={zoom >= widest}
            onPress={() => setZoom(zoom * 2)}
          />
          <IconButton icon={Maximize2} label={t('fit')} isDisabled={zoom === 1} onPress={() => setZoom(1)} />
        </div>
      </header>
      {dated.length > 0 && <Lanes entries={dated} zoom={zoom} />}
      <Undated sources={sources.data} entries={dated} />
    </div>
  )
}

/** Sources whose date of publication is not known: they would be missed on the lanes. */
function Undated({ sources, entries }: { sources: SourceSummary[]; entries: TimelineEntry[] }) {
  const { t } = useTranslation('timeline')
  const openSource = useWindow((state) => state.openSource)
  const published = new Set(entries.filter(({ lane }) => lane === 'published').map(({ source }) => source.id))
  const undated = sources.filter((source) => !published.has(source.id))
  if (undated.length === 0) return null
  return (
    <section className={styles.undated} aria-labelledby="timeline-undated">
      <h2 className={styles.undatedTitle} id="timeline-undated">
        {t('undated')} <span className={styles.count}>{undated.length}</span>
      </h2>
      <ul className={styles.undatedList}>
        {undated.map((source) => (
          <li key={source.id}>
            <button type="button" className={styles.undatedItem} onClick={() => openSource(source.id)}>
              {source.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
