import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { EmptyState, Spinner } from '#renderer/ui/index.ts'
import { openPlace } from './open.ts'
import styles from './SourceCounts.module.css'
import { useLastGood } from './useLastGood.ts'

const mostSources = 500

/** How often each source has what was found, the most first. */
export function SourceCounts({ query }: { query: string }) {
  const { t } = useTranslation('search')
  const asked = useCall(
    'search.concordance',
    { query, sort: 'place', limit: 100_000 },
    { keepPrevious: true },
  )
  const found = useLastGood(asked.data)
  if (!found) return asked.error ? null : <Spinner label={t('searching')} />
  if (found.bySource.length === 0) return <EmptyState title={t('context.none')} />
  const most = found.bySource[0]?.hits ?? 1
  const firstOf = new Map(found.lines.toReversed().map((line) => [line.sourceId, line]))
  return (
    <ol className={styles.list} aria-label={t('tab.sources')}>
      {found.bySource.slice(0, mostSources).map(({ sourceId, title, hits }) => (
        <li key={sourceId}>
          <button
            type="button"
            data-result
            className={styles.row}
            onClick={() => openPlace(query, sourceId, firstOf.get(sourceId) ?? { start: 0, end: 0 })}
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
  )
}
