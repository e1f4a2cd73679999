import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { SourceSummary } from '#shared/model.ts'
import { isMac } from '../../commands/platform.ts'
import { useCommand } from '../../commands/registry.ts'
import { chooseSources } from '../../state/scope.ts'
import { useWindow } from '../../state/window.ts'
import { showRow, useRowWindow } from '../../ui/useRowWindow.ts'
import { type Choice, type How, noChoice, rowAfter, taken } from './choosing.ts'
import { type MenuAt, RowMenu } from './RowMenu.tsx'
import styles from './SourceList.module.css'
import { SourceRow } from './SourceRow.tsx'

/** The height of a row in px; `SourceRow.module.css` keeps to it. */
const rowHeight = 58

interface SourceListProps {
  sources: readonly SourceSummary[]
  /** The sources that are selected, where they are several; a single one is the one that stands open. */
  chosen: ReadonlySet<string>
}

/**
 * The rows, of which only those in sight are drawn: the list itself has the focus, and names the row that keys are about.
 */
export function SourceList({ sources, chosen }: SourceListProps) {
  const { t } = useTranslation('sources')
  const { sourceId, openSource, view } = useWindow(
    useShallow(({ sourceId, openSource, view }) => ({ sourceId, openSource, view })),
  )
  // In another view no source stands open, so that each of them can be chosen to be read.
  const shown = view === 'read' ? sourceId : null
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const [at, setAt] = useState<Pick<Choice, 'active' | 'anchor'>>(noChoice)
  const [renaming, setRenaming] = useState<string | null>(null)
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const ids = useMemo(() => sources.map(({ id }) => id), [sources])
  const { first, last } = useRowWindow(list, sources.length, rowHeight)
  const active = at.active !== null && ids.includes(at.active) ? at.active : shown
  const activeIndex = active === null ? -1 : ids.indexOf(active)
  useCommand('rename', () => setRenaming(sourceId), { enabled: sourceId !== null && ids.includes(sourceId) })
  useShown(list, shown, ids)

  const take = (id: string, how: How): void => {
    const { choice, open } = taken(ids, { ...at, chosen }, id, how, shown)
    setAt(choice)
    chooseSources(choice.chosen)
    if (open !== null && (open !== shown || chosen.size > 1)) openSource(open)
  }
  const goTo = (index: number, event: KeyboardEvent): void => {
    const id = ids[index]
    if (id === undefined) return
    if (list.current) showRow(list.current, index, rowHeight)
    if (isMod(event)) setAt({ ...at, active: id })
    else take(id, event.shiftKey ? 'range' : 'only')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || event.altKey) return
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 1)
    const to = rowAfter(event.key, activeIndex, ids.length, page)
    if (to !== null) goTo(to, event)
    else if (event.key === 'a' && isMod(event)) chooseSources(new Set(ids.length > 1 ? ids : []))
    else if (event.key === 'Escape' && chosen.size > 0) chooseSources(new Set())
    else if (event.key === ' ' && active !== null) take(active, isMod(event) ? 'toggle' : 'only')
    else if (event.key === 'Enter' && active !== null) openSource(active, undefined, { own: true })
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenuByKey()
    else return
    event.preventDefault()
  }
  const openMenuByKey = (): void => {
    const source = sources[activeIndex]
    const row = list.current?.querySelector(`#${CSS.escape(rowId(activeIndex))}`)?.getBoundingClientRect()
    if (source && row) setMenu({ x: row.left + 16, y: row.bottom, source })
  }
  const rowId = (index: number): string => `${listId}-${index}`
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a table of rows that are not all there is none */}
      <div
        ref={list}
        role="grid"
        className={styles.list}
        tabIndex={0}
        aria-label={t('title')}
        aria-multiselectable
        aria-rowcount={sources.length}
        aria-activedescendant={activeIndex >= first && activeIndex < last ? rowId(activeIndex) : undefined}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => event.target === list.current && event.preventDefault()}
      >
        <div role="presentation" className={styles.sheet} style={{ height: sources.length * rowHeight }}>
          {sources.slice(first, last).map((source, offset) => (
            <SourceRow
              key={source.id}
              id={rowId(first + offset)}
              index={first + offset}
              top={(first + offset) * rowHeight}
              source={source}
              selected={chosen.size > 1 ? chosen.has(source.id) : source.id === shown}
              active={source.id === active}
              renaming={renaming === source.id}
              onRename={(on) => setRenaming(on ? source.id : null)}
              onTake={(event) => {
                list.current?.focus({ preventScroll: true })
                take(source.id, howOf(event))
              }}
              onKeep={() => openSource(source.id, undefined, { own: true })}
              onMenu={(x, y) => setMenu({ x, y, source })}
            />
          ))}
        </div>
      </div>
      <RowMenu menu={menu} onClose={() => setMenu(null)} onRename={setRenaming} />
    </>
  )
}

function isMod(event: KeyboardEvent | MouseEvent): boolean {
  return isMac ? event.metaKey : event.ctrlKey
}

function howOf(event: MouseEvent): How {
  return event.shiftKey ? 'range' : isMod(event) ? 'toggle' : 'only'
}

/** Brings the source that stands open into sight when another one does, wherever it was opened from. */
function useShown(list: { current: HTMLElement | null }, shown: string | null, ids: readonly string[]): void {
  const latest = useRef(ids)
  useEffect(() => {
    latest.current = ids
  })
  useEffect(() => {
    const index = shown === null ? -1 : latest.current.indexOf(shown)
    if (list.current && index >= 0) showRow(list.current, index, rowHeight)
  }, [list, shown])
}
