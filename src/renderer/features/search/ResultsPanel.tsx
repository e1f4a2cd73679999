import { Bookmark, Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Spinner } from '../../ui/index.ts'
import type { ActiveItem } from '../../ui/useActiveItem.ts'
import { Expansions, Mistake, Named, Renewing, Snippet } from './parts.tsx'
import styles from './ResultsPanel.module.css'
import type { ResultItem, Results } from './useResults.ts'

interface ResultsPanelProps {
  results: Results
  active: ActiveItem
  onChoose(index: number): void
  onChange(query: string): void
}

/** What the search found, under its field: passages by source, then what has a name. While nothing is typed, searches. */
export function ResultsPanel({ results, active, onChoose, onChange }: ResultsPanelProps) {
  const { t } = useTranslation('search')
  const { groups, objects, offered, items } = results
  let next = 0
  const option = (content: ReactNode, key: string) => {
    const index = next++
    return (
      <Option key={key} index={index} active={active} onChoose={onChoose}>
        {content}
      </Option>
    )
  }
  const offers = offered.length > 0
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus in the field while one clicks in here
    <div className={styles.panel} onMouseDown={(event) => event.preventDefault()}>
      {!offers && (
        <div className={styles.summary}>
          <Summary results={results} />
          <Expansions query={results.query} expansions={results.expansions} onChange={onChange} />
          <Renewing />
        </div>
      )}
      <div role="listbox" id={active.listId} aria-label={t('results')} className={styles.list}>
        {offers && (
          <Group title={t('again')}>
            {offered.map((item) => option(<Offer item={item} />, keyOf(item)))}
          </Group>
        )}
        {groups.map((group) => (
          <Group key={group.sourceId} title={group.title} count={group.hits.length + group.more}>
            {group.hits.map((hit) => option(<Snippet hit={hit} />, `${hit.blockId}`))}
            {group.more > 0 &&
              option(
                <span className={styles.more}>{t('more', { count: group.more })}</span>,
                `${group.sourceId}:more`,
              )}
          </Group>
        ))}
        {objects.length > 0 && (
          <Group title={t('named')}>
            {objects.map((object) => option(<Named object={object} />, `${object.kind}:${object.id}`))}
          </Group>
        )}
        {items.at(-1)?.kind === 'all' && (
          <Group title={t('allTitle')} quiet>
            {option(<span className={styles.more}>{t('all')}</span>, 'all')}
          </Group>
        )}
      </div>
    </div>
  )
}

function keyOf(item: Extract<ResultItem, { kind: 'query' }>): string {
  return `${item.name ?? ''}:${item.query}`
}

function Summary({ results }: { results: Results }) {
  const { t } = useTranslation('search')
  const { groups, objects, error, loading, total, capped, partial } = results
  const hits = groups.reduce((sum, group) => sum + group.hits.length + group.more, 0)
  if (error) {
    return (
      <div role="status">
        <Mistake query={results.query} error={error} />
      </div>
    )
  }
  const nothing = groups.length + objects.length === 0
  if (loading && nothing) return <Spinner label={t('searching')} />
  const several = results.query.includes(' ')
  return (
    <div role="status">
      {nothing
        ? t(several ? 'nothingTogether' : 'nothing')
        : t(capped ? 'countCapped' : 'count', { count: total, shown: hits })}
      {partial && ` ${t('partial')}`}
    </div>
  )
}

/** A search to run again: one that was saved, by its name, or one from before. */
function Offer({ item }: { item: Extract<ResultItem, { kind: 'query' }> }) {
  const Icon = item.name === null ? Clock : Bookmark
  return (
    <span className={styles.offer}>
      <Icon size={14} aria-hidden className={styles.offerIcon} />
      <span className={styles.offerName}>{item.name ?? item.query}</span>
      {item.name !== null && <span className={styles.offerQuery}>{item.query}</span>}
    </span>
  )
}

interface GroupProps {
  title: string
  count?: number
  /** Named for screen readers alone. */
  quiet?: boolean
  children: ReactNode
}

function Group({ title, count, quiet, children }: GroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, which HTML has only inside a select
    <div role="group" aria-label={title} className={styles.group}>
      {!quiet && (
        <div className={styles.groupTitle} aria-hidden>
          <span>{title}</span>
          {count !== undefined && <span className={styles.groupCount}>{count}</span>}
        </div>
      )}
      {children}
    </div>
  )
}

interface OptionProps {
  index: number
  active: ActiveItem
  onChoose(index: number): void
  children: ReactNode
}

function Option({ index, active, onChoose, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search field has the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys
    <div
      role="option"
      id={active.optionId(index)}
      aria-selected={active.index === index}
      className={styles.option}
      onClick={() => onChoose(index)}
      onMouseMove={() => active.index !== index && active.setIndex(index)}
    >
      {children}
    </div>
  )
}
