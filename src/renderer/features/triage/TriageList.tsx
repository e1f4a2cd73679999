import { type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useJudging } from '#renderer/state/judging.ts'
import { Button, EmptyState } from '#renderer/ui/index.ts'
import type { AnchorState } from '#shared/model.ts'
import { accept, deleteLost, moveByHand, putAt, show } from './actions.ts'
import { Keys } from './Keys.tsx'
import { countStates, currentRow, firstRows, firstStates, groupRows, type TriageRow } from './list.ts'
import { StateFilter } from './StateFilter.tsx'
import styles from './Triage.module.css'
import { TriageItem } from './TriageItem.tsx'

/** How many rows are drawn at a time. */
const page = 100

interface ListProps {
  rows: readonly TriageRow[]
  /** The annotation to begin at. */
  at: string | null
}

/** The rows by source, with a filter by state, moved through and judged with the mouse or the keyboard. */
export function TriageList({ rows, at }: ListProps) {
  const { t } = useTranslation('triage')
  const counts = countStates(rows)
  const [states, setStates] = useState<AnchorState[]>(() => statesWith(rows, at))
  const [most, setMost] = useState(page)
  const groups = groupRows(rows, states)
  const shown = groups.flatMap((group) => group.rows)
  const [place, setPlace] = useState(() => ({ id: at, index: useJudging.getState().index }))
  const [focused, setFocused] = useState(true)
  const current = currentRow(shown, place.id, place.index)
  const index = current ? shown.indexOf(current) : 0
  useEffect(() => useJudging.setState({ index }), [index])
  const go = (to: number): void => {
    const row = shown[Math.max(0, Math.min(shown.length - 1, to))]
    if (!row) return
    setPlace({ id: row.annotation.id, index: shown.indexOf(row) })
    setFocused(true)
  }
  const drawn = Math.max(most, index + 1)
  useEffect(() => {
    // What was judged goes away, and the keyboard with it: it goes on with what came in its place.
    if (!current || current.annotation.id === place.id) return
    setPlace({ id: current.annotation.id, index })
    setFocused(true)
  }, [current, index, place.id])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !current) return
    const steps: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: shown.length - 1,
    }
    const to = steps[event.key]
    if (to !== undefined) go(to)
    else if (!decide(current, event)) return
    event.preventDefault()
  }
  return (
    <>
      <StateFilter rows={rows} counts={counts} states={states} onChange={setStates} />
      {current === undefined && (
        <EmptyState
          title={t('noneHere')}
          action={
            <Button autoFocus onPress={() => setStates(['lost', 'changed', 'moved'])}>
              {t('showOthers')}
            </Button>
          }
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the rows on their way up */}
      <div className={styles.groups} onKeyDown={onKeyDown}>
        {firstRows(groups, drawn).map((group) => (
          <section key={group.sourceId} aria-label={group.title}>
            <h3 className={styles.source} dir="auto">
              {group.title}
            </h3>
            <ul className={styles.list} aria-label={t('list')}>
              {group.rows.map((row) => (
                <TriageItem
                  key={row.annotation.id}
                  row={row}
                  current={row === current}
                  focused={focused && row === current}
                  onCurrent={() => {
                    setPlace({ id: row.annotation.id, index: shown.indexOf(row) })
                    setFocused(row === current && focused)
                  }}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {shown.length > drawn && (
        <Button onPress={() => setMost(drawn + page)}>
          {t('more', { count: Math.min(page, shown.length - drawn) })}
        </Button>
      )}
      {current && <Keys row={current} />}
    </>
  )
}

/** The states shown first, with that of the annotation one comes for. */
function statesWith(rows: readonly TriageRow[], at: string | null): AnchorState[] {
  const states = firstStates(countStates(rows))
  const state = rows.find(({ annotation }) => annotation.id === at)?.annotation.state
  return state === undefined || state === 'exact' || states.includes(state) ? states : [...states, state]
}

/** Does what a key means for a row. Says whether it meant anything. */
function decide(row: TriageRow, { key, target, currentTarget }: KeyboardEvent): boolean {
  const onRow = target instanceof HTMLElement && target !== currentTarget && target.matches('li')
  const { state, id } = row.annotation
  const place = /^[1-9]$/.test(key) ? row.places[Number(key) - 1] : undefined
  if (key === 'Enter' && onRow) show(row)
  else if (key === 'a' || key === 'A') void accept([row])
  else if (key === 'm' || key === 'M') moveByHand(row)
  else if (state === 'lost' && place) void putAt(id, place)
  else if (state === 'lost' && (key === 'Delete' || key === 'Backspace')) void deleteLost(row)
  else return false
  return true
}
