import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrossreadError } from '#shared/errors.ts'
import type { Suggestion } from '#shared/model.ts'
import { KindIcon } from '../../objects/KindIcon.tsx'
import { Spinner } from '../../ui/index.ts'
import type { ActiveItem } from '../../ui/useActiveItem.ts'
import styles from './ResultsPanel.module.css'
import { faultIn, type HitGroup, snippetOf } from './results.ts'
import type { Results } from './useResults.ts'

interface ResultsPanelProps {
  results: Results
  active: ActiveItem
  onChoose(index: number): void
}

/** What the search found, under its field: passages by source, then what has a name. */
export function ResultsPanel({ results, active, onChoose }: ResultsPanelProps) {
  const { t } = useTranslation('search')
  const { groups, suggestions, error, loading, total, capped, items } = results
  const hits = groups.reduce((sum, group) => sum + group.hits.length + group.more, 0)
  let next = 0
  const option = (content: ReactNode, key: string) => {
    const index = next++
    return (
      <Option key={key} index={index} active={active} onChoose={onChoose}>
        {content}
      </Option>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus in the field while one clicks in here
    <div className={styles.panel} onMouseDown={(event) => event.preventDefault()}>
      <p className={styles.summary} role="status">
        {error ? (
          <Mistake query={results.query} error={error} />
        ) : items.length === 0 ? (
          loading ? (
            t('searching')
          ) : (
            t(/\s/.test(results.query) ? 'nothingTogether' : 'nothing')
          )
        ) : (
          t(capped ? 'countCapped' : 'count', { count: total, shown: hits })
        )}
      </p>
      {items.length === 0 && loading && !error && <Spinner label={t('searching')} />}
      <div className={styles.list} role="listbox" id={active.listId} aria-label={t('results')}>
        {groups.map((group) => (
          <Group key={group.sourceId} title={group.title} count={group.hits.length + group.more}>
            {group.hits.map((hit) => option(<Snippet hit={hit} />, `${hit.sourceId}:${hit.blockId}`))}
            {group.more > 0 &&
              option(
                <span className={styles.more}>{t('more', { count: group.more })}</span>,
                `${group.sourceId}:more`,
              )}
          </Group>
        ))}
        {suggestions.length > 0 && (
          <Group title={t('named')}>
            {suggestions.map((suggestion) =>
              option(<Named suggestion={suggestion} />, `${suggestion.kind}:${suggestion.id}`),
            )}
          </Group>
        )}
      </div>
    </div>
  )
}

/** What is wrong with a query, and where. */
function Mistake({ query, error }: { query: string; error: CrossreadError }) {
  const fault = faultIn(query, error.details?.position)
  return (
    <>
      <span className={styles.error}>{error.message}</span>
      {fault && (
        <code className={styles.query}>
          {fault.before}
          <strong className={styles.fault}>{fault.at}</strong>
          {fault.after}
        </code>
      )}
    </>
  )
}

function Group({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, which HTML has only inside a select
    <div role="group" aria-label={title} className={styles.group}>
      <div className={styles.groupTitle} aria-hidden>
        <span>{title}</span>
        {count !== undefined && <span className={styles.groupCount}>{count}</span>}
      </div>
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

function Snippet({ hit }: { hit: HitGroup['hits'][number] }) {
  return (
    <span className={styles.snippet}>
      {snippetOf(hit).map(({ text, marked }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one snippet never move
        return marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>
      })}
    </span>
  )
}

function Named({ suggestion }: { suggestion: Suggestion }) {
  return (
    <span className={styles.named}>
      <KindIcon kind={suggestion.kind} />
      <span className={styles.namedLabel}>{suggestion.label}</span>
      <span className={styles.namedDetail}>{suggestion.detail}</span>
    </span>
  )
}
