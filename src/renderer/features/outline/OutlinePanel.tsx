import { ListTree } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { useReadingPlaces } from '#renderer/state/readingPlaces.ts'
import { useWindow } from '#renderer/state/window.ts'
import { EmptyState } from '#renderer/ui/index.ts'
import { headingAt, headingsOf } from './headings.ts'
import styles from './OutlinePanel.module.css'

/** The headings of a source: where one reads is marked, a click or Enter goes to one, arrows walk along them. */
export function OutlinePanel({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation('outline')
  const { data: source } = useCall('sources.get', { id: sourceId })
  const headings = useMemo(
    () => (source ? headingsOf(source.text, source.blocks, source.title) : []),
    [source],
  )
  const top = useReadingPlaces(
    ({ main, beside }) => [main, beside].find((place) => place?.sourceId === sourceId)?.top,
  )
  const current = headingAt(headings, top ?? 0)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])
  if (!source) return null
  if (headings.length === 0) {
    return <EmptyState icon={ListTree} title={t('empty.title')} text={t('empty.text')} />
  }
  return (
    <nav className={styles.panel} aria-label={t('label')}>
      <ol ref={list} className={styles.list} onKeyDown={walk}>
        {headings.map(({ title, start, end, depth }, index) => (
          <li key={start}>
            <button
              type="button"
              className={styles.heading}
              style={{ '--depth': depth } as React.CSSProperties}
              aria-current={index === current ? 'location' : undefined}
              tabIndex={index === Math.max(current, 0) ? 0 : -1}
              dir="auto"
              onClick={() => useWindow.getState().openSource(sourceId, { start, end }, { atTop: true })}
            >
              {title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function walk(event: KeyboardEvent<HTMLOListElement>): void {
  const item = document.activeElement?.closest('li')
  const list = event.currentTarget
  const to = {
    ArrowDown: item?.nextElementSibling,
    ArrowUp: item?.previousElementSibling,
    Home: list.firstElementChild,
    End: list.lastElementChild,
  }[event.key]
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  to?.querySelector('button')?.focus()
}
