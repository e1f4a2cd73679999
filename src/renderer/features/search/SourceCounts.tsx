import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { EmptyState, Spinner } from '#renderer/ui/index.ts'
import { useRowWindow } from '#renderer/ui/useRowWindow.ts'
import type { Concordance } from '#shared/model.ts'
import { openPlace } from './open.ts'
import styles from './SourceCounts.module.css'
import { useLastGood } from './useLastGood.ts'

/** The height of a row in px; the style sheet keeps to it. */
const rowHeight = 30

/** How often each source has what was found, the most first. */
export function SourceCounts({ query }: { query: string }) {
  const { t } = useTranslation('search')
  const asked = useCall('search.concordance', { query, sort: 'place', limit: 1 }, { keepPrevious: true })
  const found = useLastGood(asked.data)
  if (!found) return asked.error ? null : <Spinner label={t('searching')} />
  if (found.bySource.length === 0) return <EmptyState title={t('context.none')} />
  return <Rows key={query} query={query} sources={found.bySource} />
}

function Rows({ query, sources }: { query: string; sources: Concordance['bySource'] }) {
  const { t } = useTranslation('search')
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useRowWindow(scroller, sources.length, rowHeight)
  const most = sources[0]?.hits ?? 1
  return (
    <div ref={scroller} className={styles.scroller}>
      <ol
        className={styles.list}
        aria-label={t('tab.sources')}
        style={{ height: sources.length * rowHeight }}
      >
        {sources.slice(first, last).map(({ sourceId, title, hits, ...place }, offset) => (
          <li
            key={sourceId}
            style={{ top: (first + offset) * rowHeight }}
            aria-setsize={sources.length}
            aria-posinset={first + offset + 1}
          >
            <button
              type="button"
              data-result
              className={styles.row}
              onClick={() => openPlace(query, sourceId, place)}
            >
              <span className={styles.bar} style={{ width: `${(hits / most) * 100}%` }} aria-hidden />
              <span className={styles.title} dir="auto">
                {title}
              </span>
              <span className={styles.count}>{t('hits', { count: hits })}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
