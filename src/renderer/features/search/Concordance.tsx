import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { contextSorts, showSearch, useSearching } from '#renderer/state/searchShown.ts'
import { EmptyState, Select, Spinner } from '#renderer/ui/index.ts'
import { useRowWindow } from '#renderer/ui/useRowWindow.ts'
import type { ConcordanceLine } from '#shared/model.ts'
import styles from './Concordance.module.css'
import { openPlace } from './open.ts'
import { useLastGood } from './useLastGood.ts'

type Sort = (typeof contextSorts)[number]

/** Lines are asked for in pages of so many, as they come into sight. */
const page = 200
/** The height of a line in px; the style sheet keeps to it. */
const lineHeight = 26

/** Every hit in a line of its own, aligned on what was found. */
export function Concordance({ query }: { query: string }) {
  const { t } = useTranslation('search')
  const sort = useSearching((state) => state.sort)
  const asked = useCall('search.concordance', { query, sort, first: 0, limit: page }, { keepPrevious: true })
  const found = useLastGood(asked.data)
  if (!found) return asked.error ? null : <Spinner label={t('searching')} />
  if (found.total === 0) return <EmptyState title={t('context.none')} />
  return (
    <div className={styles.context}>
      <div className={styles.head}>
        <Select<Sort>
          label={t('context.sort')}
          hideLabel
          quiet
          value={sort}
          options={contextSorts.map((value) => ({ value, label: t(`context.${value}`) }))}
          onChange={(value) => showSearch({ sort: value })}
        />
        <span className={styles.count}>
          {t(found.capped ? 'context.ofNewest' : 'context.count', { count: found.total })}
        </span>
      </div>
      <Lines key={`${query}:${sort}`} query={query} sort={sort} total={found.total} />
    </div>
  )
}

interface LinesProps {
  query: string
  sort: Sort
  total: number
}

/** The lines, of which only those in sight are asked for and drawn. */
function Lines({ query, sort, total }: LinesProps) {
  const { t } = useTranslation('search')
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useRowWindow(scroller, total, lineHeight)
  const lineAt = useLines(query, sort, first, last)
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset)
  return (
    <div ref={scroller} className={styles.scroller}>
      <ol className={styles.lines} aria-label={t('tab.context')} style={{ height: total * lineHeight }}>
        {rows.map((index) => {
          const line = lineAt(index)
          return (
            <li
              key={index}
              style={{ top: index * lineHeight }}
              aria-setsize={total}
              aria-posinset={index + 1}
            >
              {line && <ContextLine query={query} line={line} />}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** The lines of the pages that a window of rows lies on: two at most, since a page holds more than a screen. */
function useLines(
  query: string,
  sort: Sort,
  first: number,
  last: number,
): (index: number) => ConcordanceLine | undefined {
  const [from, to] = [Math.floor(first / page), Math.floor(Math.max(first, last - 1) / page)]
  const upper = useCall('search.concordance', { query, sort, first: from * page, limit: page }).data
  const lower = useCall('search.concordance', { query, sort, first: to * page, limit: page }).data
  return (index) => {
    const at = Math.floor(index / page)
    return (at === from ? upper : at === to ? lower : undefined)?.lines[index % page]
  }
}

function ContextLine({ query, line }: { query: string; line: ConcordanceLine }) {
  return (
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
  )
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
