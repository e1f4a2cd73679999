import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showKey } from '../../commands/keys.ts'
import { isMac } from '../../commands/platform.ts'
import { keysOf, useCommand } from '../../commands/registry.ts'
import { useWindow } from '../../state/window.ts'
import { useActiveItem } from '../../ui/useActiveItem.ts'
import { ResultsPanel } from './ResultsPanel.tsx'
import { passageOf } from './results.ts'
import styles from './SearchBox.module.css'
import { type ResultItem, useResults } from './useResults.ts'

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
  // Enter may come before its answer: then the best of it opens as soon as it is there, never what stood there before.
  const [eager, setEager] = useState(false)
  useEffect(() => {
    if (!eager || results.loading) return
    setEager(false)
    choose(active.index)
  })
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
    if (
      event.key === 'Enter' &&
      open &&
      results.loading &&
      text.trim() !== '' &&
      !event.nativeEvent.isComposing
    )
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
          setText(event.currentTarget.value)
          setEager(false)
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
