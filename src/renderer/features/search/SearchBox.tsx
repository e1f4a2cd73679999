import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit, Suggestion } from '#shared/model.ts'
import { showKey } from '../../commands/keys.ts'
import { isMac } from '../../commands/platform.ts'
import { keysOf, useCommand } from '../../commands/registry.ts'
import { useCall } from '../../engine/queries.ts'
import { useWindow } from '../../state/window.ts'
import { useActiveItem } from '../../ui/useActiveItem.ts'
import { ResultsPanel } from './ResultsPanel.tsx'
import { groupHits, passageOf, shortened } from './results.ts'
import styles from './SearchBox.module.css'
import { useDebounced } from './useDebounced.ts'

const settleMs = 120
const mostHits = 100
const mostOfOneSource = 3
const mostSuggestions = 6

/** Searches everything as one types. Arrows move through what is found, Enter opens it, Escape backs out. */
export function SearchBox() {
  const { t } = useTranslation('search')
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const results = useResults(text)
  const openItem = useOpenItem()

  const choose = (index: number): void => {
    const item = results.items[index]
    if (item?.kind === 'more') results.expand(item.sourceId)
    if (!item || item.kind === 'more') return
    openItem(item)
    setOpen(false)
    input.current?.blur()
  }
  const active = useActiveItem(open ? results.items.length : 0, results.query, choose)
  const shown = open && text.trim() !== ''

  useCommand('search.focus', () => {
    const selected = useWindow.getState().passage?.text.trim()
    if (selected && selected.length < 200) setText(selected)
    setOpen(true)
    input.current?.focus()
    input.current?.select()
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      if (shown) setOpen(false)
      else if (text) setText('')
      else input.current?.blur()
      event.stopPropagation()
      return
    }
    if (event.key === 'ArrowDown' && !open) setOpen(true)
    else active.onKeyDown(event)
  }
  return (
    <search
      className={styles.box}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <input
        ref={input}
        className={styles.input}
        type="text"
        role="combobox"
        aria-label={t('label')}
        aria-expanded={shown}
        aria-controls={active.listId}
        aria-activedescendant={shown && results.items.length > 0 ? active.optionId(active.index) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <kbd className={styles.keys}>{showKey(keysOf('search.focus')[0] ?? '', isMac)}</kbd>
      {shown && <ResultsPanel results={results} active={active} onChoose={choose} />}
    </search>
  )
}

export type ResultItem =
  | { kind: 'hit'; hit: SearchHit }
  | { kind: 'more'; sourceId: string }
  | { kind: 'suggestion'; suggestion: Suggestion }

export type Results = ReturnType<typeof useResults>

/** What is found for the text, in the order in which it is shown. The last results stay until the next are there. */
function useResults(text: string) {
  const query = useDebounced(text.trim(), settleMs)
  const enabled = query !== ''
  const search = useCall(
    'search.query',
    { query, limit: mostHits, asYouType: true },
    { enabled, keepPrevious: true },
  )
  const suggest = useCall(
    'search.suggest',
    { text: query, kinds: ['claim', 'note', 'annotation', 'source'], limit: mostSuggestions },
    { enabled, keepPrevious: true },
  )
  const [expanded, setExpanded] = useState<{ query: string; sourceId: string } | null>(null)
  const whole = expanded?.query === query ? expanded.sourceId : null
  const groups = groupHits(search.data?.hits ?? []).map((group) =>
    group.sourceId === whole ? { ...group, more: 0 } : shortened(group, mostOfOneSource),
  )
  const suggestions = suggest.data ?? []
  const items: ResultItem[] = [
    ...groups.flatMap(({ sourceId, hits, more }): ResultItem[] => [
      ...hits.map((hit): ResultItem => ({ kind: 'hit', hit })),
      ...(more > 0 ? [{ kind: 'more' as const, sourceId }] : []),
    ]),
    ...suggestions.map((suggestion): ResultItem => ({ kind: 'suggestion', suggestion })),
  ]
  return {
    query,
    groups,
    suggestions,
    items,
    /** Shows every hit of one source. */
    expand: (sourceId: string) => setExpanded({ query, sourceId }),
    total: search.data?.total ?? 0,
    capped: search.data?.capped ?? false,
    error: search.error,
    loading: text.trim() !== query || search.isFetching,
  }
}

function useOpenItem(): (item: Exclude<ResultItem, { kind: 'more' }>) => void {
  const { openSource, openClaim, openNote, select } = useWindow.getState()
  return (item) => {
    if (item.kind === 'hit') {
      openSource(item.hit.sourceId, passageOf(item.hit))
      return
    }
    const { kind, id, sourceId } = item.suggestion
    if (kind === 'source') openSource(id)
    if (kind === 'claim') openClaim(id)
    if (kind === 'note') openNote(id)
    if (kind === 'annotation' && sourceId) {
      openSource(sourceId)
      select({ kind, id })
    }
  }
}
