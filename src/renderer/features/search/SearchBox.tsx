import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showKey } from '../../commands/keys.ts'
import { isMac } from '../../commands/platform.ts'
import { keysOf, useCommand } from '../../commands/registry.ts'
import { setSearch, useSearching } from '../../state/searching.ts'
import { useWindow } from '../../state/window.ts'
import { useActiveItem } from '../../ui/useActiveItem.ts'
import { openFound, openHit } from './open.ts'
import { ResultsPanel } from './ResultsPanel.tsx'
import { rememberSearch } from './recent.ts'
import { resultsId } from './results.ts'
import styles from './SearchBox.module.css'
import { useIndexEvents } from './useIndexProgress.ts'
import { useResults } from './useResults.ts'

/** Searches everything as one types. Arrows move through what is found, Enter opens it, Escape backs out. */
export function SearchBox() {
  const { t } = useTranslation('search')
  const input = useRef<HTMLInputElement>(null)
  const text = useSearching((state) => state.text)
  const [open, setOpen] = useState(false)
  const inView = useWindow((state) => state.view === 'search')
  const empty = text.trim() === ''
  // In the search view what is typed is shown there.
  const results = useResults(text, open && (empty || !inView))
  useIndexEvents()

  const choose = (index: number): void => {
    const item = results.items[index]
    if (item?.kind === 'more') results.expand(item.sourceId)
    if (item?.kind === 'query') setSearch(item.query)
    if (!item || item.kind === 'more' || item.kind === 'query') return
    if (item.kind === 'hit') openHit(results.query, item.hit)
    if (item.kind === 'object') openFound(results.query, item.object)
    if (item.kind === 'all') showAll()
    else input.current?.blur()
    setOpen(false)
  }
  const showAll = (): void => {
    rememberSearch(text)
    if (!inView) useWindow.getState().setView('search')
    setOpen(false)
  }
  const active = useActiveItem(open ? results.items.length : 0, results.query, choose)
  // Enter may come before its answer: then the best of it opens as soon as it is there, never what stood there before.
  const [eager, setEager] = useState(false)
  useEffect(() => {
    if (!eager || results.loading) return
    setEager(false)
    choose(active.index)
  })
  const shown = open && (empty ? results.offered.length > 0 : !inView)

  useCommand('search.focus', () => {
    if (document.activeElement === input.current && !empty) {
      showAll()
      return
    }
    const selected = useWindow.getState().passage?.text.trim()
    if (selected && selected.length < 200) setSearch(selected)
    setOpen(true)
    input.current?.focus()
    input.current?.select()
  })
  useCommand('search.view', showAll)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      if (shown) setOpen(false)
      else if (text) setSearch('')
      else input.current?.blur()
      event.stopPropagation()
      return
    }
    if (inView && !empty && (event.key === 'Enter' || event.key === 'ArrowDown')) {
      if (event.nativeEvent.isComposing) return
      rememberSearch(text)
      document.querySelector<HTMLElement>(`#${resultsId} [data-result]`)?.focus()
      event.preventDefault()
    } else if (event.key === 'Enter' && open && results.loading && !empty && !event.nativeEvent.isComposing)
      setEager(true)
    else if (event.key === 'ArrowDown' && !open) setOpen(true)
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
          setSearch(event.currentTarget.value)
          setEager(false)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <kbd className={styles.keys}>{showKey(keysOf('search.focus')[0] ?? '', isMac)}</kbd>
      {shown && <ResultsPanel results={results} active={active} onChoose={choose} onChange={setSearch} />}
    </search>
  )
}
