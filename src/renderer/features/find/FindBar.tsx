import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { keysOf, useCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { askFind, closeFind, setFound, stepFind, useFinding } from '#renderer/state/finding.ts'
import { useWindow } from '#renderer/state/window.ts'
import { classes, IconButton } from '#renderer/ui/index.ts'
import { useDebounced } from '#renderer/ui/useDebounced.ts'
import styles from './FindBar.module.css'

const settleMs = 120
/** A longer selection is a passage to be read, not words to be found again. */
const longestTaken = 100

/** Finds in the open text by the same language as the search. Enter goes on, Escape leaves the caret where one is. */
export function FindBar() {
  const sourceId = useWindow((state) => state.sourceId)
  const open = useFinding((state) => state.open)
  const count = useFinding((state) => state.hits.length)
  useCommand(
    'find.inText',
    () => {
      const { passage } = useWindow.getState()
      const words = passage?.text.trim() ?? ''
      const taken = words !== '' && words.length <= longestTaken && !words.includes('\n')
      askFind(taken ? words : null, passage?.start ?? null)
    },
    { enabled: sourceId !== null },
  )
  useCommand('find.next', () => stepFind(1), { enabled: open && count > 0 })
  useCommand('find.previous', () => stepFind(-1), { enabled: open && count > 0 })
  return open && sourceId !== null ? <OpenBar sourceId={sourceId} /> : null
}

function OpenBar({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation('find')
  const input = useRef<HTMLInputElement>(null)
  const { query, typed, takesFocus, hits: all, sourceId: of, current } = useFinding()
  const hits = of === sourceId ? all : []
  useEffect(() => {
    if (!takesFocus) return
    input.current?.focus()
    input.current?.select()
    useFinding.setState({ takesFocus: false })
  }, [takesFocus])
  const found = useFound(sourceId, query, typed)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') closeFind()
    else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      stepFind(event.key === 'ArrowUp' || event.shiftKey ? -1 : 1)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const none = hits.length === 0
  return (
    <search className={styles.bar} aria-label={t('label')}>
      <input
        ref={input}
        className={styles.input}
        type="text"
        aria-label={t('label')}
        placeholder={t('placeholder')}
        aria-invalid={found.error !== null}
        spellCheck={false}
        autoComplete="off"
        value={query}
        onChange={(event) => useFinding.setState({ query: event.currentTarget.value, typed: true })}
        onKeyDown={onKeyDown}
      />
      <span className={classes(styles.count, found.error && styles.wrong)} role="status">
        {found.error?.message ??
          (query.trim() === '' || found.waiting
            ? ''
            : none
              ? t('none')
              : t(found.partial ? 'countPartial' : 'count', { at: (current ?? 0) + 1, count: hits.length }))}
      </span>
      <IconButton
        icon={ChevronUp}
        size="small"
        label={t('previous')}
        keys={keysOf('find.previous')[0]}
        isDisabled={none}
        onPress={() => stepFind(-1)}
      />
      <IconButton
        icon={ChevronDown}
        size="small"
        label={t('next')}
        keys={keysOf('find.next')[0]}
        isDisabled={none}
        onPress={() => stepFind(1)}
      />
      <IconButton icon={X} size="small" label={t('close')} onPress={closeFind} />
    </search>
  )
}

/** Asks for the hits, and hands them to the text. A wrong query leaves what was found before. */
function useFound(sourceId: string, query: string, typed: boolean) {
  const settled = useDebounced(query.trim(), settleMs)
  const { data, error, isFetching } = useCall(
    'search.inSource',
    { sourceId, query: settled, asYouType: typed },
    { enabled: settled !== '' },
  )
  const wanted = query.trim()
  useEffect(() => {
    if (wanted === '') setFound(sourceId, [])
    else if (data && settled === wanted) setFound(sourceId, data.hits)
  }, [sourceId, data, settled, wanted])
  return {
    error: settled === '' ? null : error,
    partial: data?.partial ?? false,
    waiting: isFetching && data === undefined,
  }
}
