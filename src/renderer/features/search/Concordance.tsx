import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { EmptyState, Select, Spinner } from '#renderer/ui/index.ts'
import styles from './Concordance.module.css'
import { openPlace } from './open.ts'
import { useLastGood } from './useLastGood.ts'

const sorts = ['place', 'left', 'right'] as const
type Sort = (typeof sorts)[number]
const mostLines = 500

/** Every hit in a line of its own, aligned on what was found. */
export function Concordance({ query }: { query: string }) {
  const { t } = useTranslation('search')
  const [sort, setSort] = useState<Sort>('place')
  const asked = useCall('search.concordance', { query, sort, limit: mostLines }, { keepPrevious: true })
  const found = useLastGood(asked.data)
  if (!found) return asked.error ? null : <Spinner label={t('searching')} />
  if (found.lines.length === 0) return <EmptyState title={t('context.none')} />
  return (
    <div className={styles.context}>
      <div className={styles.head}>
        <Select<Sort>
          label={t('context.sort')}
          hideLabel
          quiet
          value={sort}
          options={sorts.map((value) => ({ value, label: t(`context.${value}`) }))}
          onChange={setSort}
        />
        <span className={styles.count}>
          {t(found.total > found.lines.length ? 'context.someOf' : 'context.count', {
            count: found.total,
            shown: found.lines.length,
          })}
        </span>
      </div>
      <ol className={styles.lines} aria-label={t('tab.context')}>
        {found.lines.map((line) => (
          <li key={`${line.sourceId}:${line.start}`}>
            <button
              type="button"
              data-result
              className={styles.line}
              title={line.title}
              onClick={() => openPlace(query, line.sourceId, line)}
            >
              <span className={styles.left}>
                <span>{oneLine(line.left)}</span>
              </span>
              <span className={styles.right}>
                <mark className={styles.word}>{line.word}</mark>
                {oneLine(line.right)}
              </span>
              <span className={styles.source}>{line.title}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
