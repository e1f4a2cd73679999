import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { sourceByline } from '#renderer/objects/dates.ts'
import { hitOrders, type SearchShown, showSearch, useSearching } from '#renderer/state/searchShown.ts'
import { Select, Spinner } from '#renderer/ui/index.ts'
import type { SourceSummary } from '#shared/model.ts'
import styles from './HitList.module.css'
import { openFound, openHit } from './open.ts'
import { inOrder } from './order.ts'
import { Named, Snippet } from './parts.tsx'
import { groupHits, type HitGroup, shortened } from './results.ts'
import type { Found } from './useFound.ts'
import { useGrowing } from './useGrowing.ts'

const mostOfOneSource = 4

type HitOrder = SearchShown['order']

interface HitListProps {
  query: string
  found: Found
  /** Asks for all that was found, where only the best are there. */
  onWhole(): void
}

/** Passages by source, then what the researcher made. More are drawn as one scrolls. */
export function HitList({ query, found, onWhole }: HitListProps) {
  const { t } = useTranslation('search')
  const order = useSearching((state) => state.order)
  const { data: all } = useCall('sources.list', {})
  const sources = useMemo(() => new Map((all ?? []).map((source) => [source.id, source])), [all])
  const hits = found.result?.hits
  const groups = useMemo(() => inOrder(groupHits(hits ?? []), order, sources), [hits, order, sources])
  const more = found.result !== undefined && found.result.hits.length < found.result.total
  const { shown, end } = useGrowing(groups.length, `${query}:${order}`, () => more && onWhole())
  if (found.waiting) return <Spinner label={t('searching')} />
  return (
    <div className={styles.list}>
      {groups.length > 0 && (
        <div className={styles.order}>
          <Select<HitOrder>
            label={t('order.label')}
            hideLabel
            quiet
            value={order}
            options={hitOrders.map((value) => ({ value, label: t(`order.${value}`) }))}
            onChange={(value) => showSearch({ order: value })}
          />
        </div>
      )}
      {groups.slice(0, shown).map((group) => (
        <SourceHits key={group.sourceId} query={query} group={group} source={sources.get(group.sourceId)} />
      ))}
      <div ref={end} />
      {more && found.growing && <Spinner label={t('searching')} />}
      {found.objects.length > 0 && (
        <section className={styles.group} aria-label={t('named')}>
          <h3 className={styles.title}>{t('made')}</h3>
          <ul className={styles.items}>
            {found.objects.map((object) => (
              <li key={`${object.kind}:${object.id}`}>
                <button
                  type="button"
                  data-result
                  className={styles.hit}
                  onClick={() => openFound(query, object)}
                >
                  <Named object={object} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

interface SourceHitsProps {
  query: string
  group: HitGroup
  source: SourceSummary | undefined
}

function SourceHits({ query, group, source }: SourceHitsProps) {
  const { t, i18n } = useTranslation('search')
  const [whole, setWhole] = useState(false)
  const { hits, more } = whole ? { ...group, more: 0 } : shortened(group, mostOfOneSource)
  return (
    <section className={styles.group} aria-label={group.title}>
      <h3 className={styles.title}>
        <span className={styles.name} dir="auto">
          {group.title}
        </span>
        <span className={styles.byline}>{source && sourceByline(source.metadata, i18n.language)}</span>
        <span className={styles.number}>{t('passages', { count: group.hits.length })}</span>
      </h3>
      <ul className={styles.items}>
        {hits.map((hit) => (
          <li key={hit.blockId}>
            <button type="button" data-result className={styles.hit} onClick={() => openHit(query, hit)}>
              <Snippet hit={hit} length={280} />
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" data-result className={styles.more} onClick={() => setWhole(true)}>
          {t('more', { count: more })}
        </button>
      )}
    </section>
  )
}
