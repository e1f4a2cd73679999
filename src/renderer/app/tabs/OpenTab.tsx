import { X } from 'lucide-react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectRef } from '#shared/model.ts'
import { carry } from '../../objects/drag.ts'
import { KindIcon } from '../../objects/KindIcon.tsx'
import { useWindow } from '../../state/window.ts'
import { classes } from '../../ui/index.ts'
import styles from './TabStrip.module.css'

interface OpenTabProps {
  object: ObjectRef
  own: boolean
  title: string
  active: boolean
  /** Where something dragged would go beside it. */
  gap: 'before' | 'after' | null
  /** Asked for a menu at this point of the viewport, in px. */
  onMenu(x: number, y: number): void
}

/** One tab: a click shows it, a double click keeps it, the middle button or Delete closes it, arrows go to the next. */
export function OpenTab({ object, own, title, active, gap, onMenu }: OpenTabProps) {
  const { t } = useTranslation('app')
  const { openTab, closeTab } = useWindow.getState()
  const name = title || t('tabs.untitled')
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Delete' || event.key === 'Backspace') closeTab(object)
    else if (event.key === 'Enter') openTab(object, { own: true })
    else if (!focusNeighbour(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault()
    const box = event.currentTarget.getBoundingClientRect()
    const byKey = event.clientX === 0 && event.clientY === 0
    onMenu(byKey ? box.left : event.clientX, byKey ? box.bottom : event.clientY)
  }
  return (
    <li
      className={classes(styles.tab, active && styles.active, own ? undefined : styles.passing)}
      data-gap={gap ?? undefined}
      draggable
      onDragStart={({ dataTransfer }) => carry(dataTransfer, object, title)}
    >
      <button
        type="button"
        className={styles.name}
        aria-current={active ? 'page' : undefined}
        tabIndex={active ? 0 : -1}
        title={own ? name : t('tabs.passing', { title: name })}
        onClick={() => openTab(object)}
        onDoubleClick={() => openTab(object, { own: true })}
        onMouseDown={(event) => {
          // The middle button would begin to scroll.
          if (event.button === 1) event.preventDefault()
        }}
        onAuxClick={(event) => event.button === 1 && closeTab(object)}
        onContextMenu={onContextMenu}
        onKeyDown={onKeyDown}
      >
        <KindIcon kind={object.kind} size={13} />
        <span className={styles.title} dir="auto">
          {name}
        </span>
      </button>
      <button
        type="button"
        className={styles.close}
        tabIndex={-1}
        aria-label={t('tabs.close', { title: name })}
        onClick={() => closeTab(object)}
      >
        <X size={13} aria-hidden />
      </button>
    </li>
  )
}

/** The arrows, Home and End walk along the strip. Says whether the key was one of them. */
function focusNeighbour({
  key,
  currentTarget,
  altKey,
  ctrlKey,
  metaKey,
}: KeyboardEvent<HTMLElement>): boolean {
  if (altKey || ctrlKey || metaKey) return false
  const tab = currentTarget.closest('li')
  const to = {
    ArrowLeft: tab?.previousElementSibling,
    ArrowRight: tab?.nextElementSibling,
    Home: tab?.parentElement?.firstElementChild,
    End: tab?.parentElement?.lastElementChild,
  }[key]
  if (to === undefined) return false
  to?.querySelector('button')?.focus()
  return true
}
