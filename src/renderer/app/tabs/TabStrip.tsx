import { ChevronDown } from 'lucide-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { carries, dropped } from '../../objects/drag.ts'
import { useTitles } from '../../objects/useTitles.ts'
import { inHand } from '../../state/panes.ts'
import { moved, sameObject, withTab } from '../../state/tabs.ts'
import { useWindow } from '../../state/window.ts'
import { IconButton, Menu, MenuItem, MenuTrigger } from '../../ui/index.ts'
import { OpenTab } from './OpenTab.tsx'
import { type MenuAt, TabMenu } from './TabMenu.tsx'
import styles from './TabStrip.module.css'

/** What can stand in a tab. */
const tabbed = ['source', 'claim', 'note'] as const

/** The open sources, claims and notes. Where they do not fit they scroll, and a menu lists them all. */
export function TabStrip() {
  const { t } = useTranslation('app')
  const open = useWindow((state) => state.tabs.open)
  const active = useWindow((state) => state.object)
  const { openTab } = useWindow.getState()
  const away = useWindow((state) => inHand(state) === 'beside')
  const titleOf = useTitles()
  const list = useRef<HTMLUListElement>(null)
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const [gap, setGap] = useState<number | null>(null)
  const overflows = useOverflow(list, open.length)
  useEffect(() => {
    if (active) list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ inline: 'nearest' })
  }, [active])
  if (open.length === 0) return null
  const over = (event: DragEvent): void => {
    if (!carries(event.dataTransfer, tabbed)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
    setGap(gapAt(list.current, event.clientX))
  }
  const drop = (event: DragEvent): void => {
    const found = dropped(event.dataTransfer)
    const to = gapAt(list.current, event.clientX)
    setGap(null)
    if (!found || found.kind === 'passage' || found.kind === 'annotation') return
    event.preventDefault()
    event.stopPropagation()
    const { setTabs } = useWindow.getState()
    setTabs((tabs) => moved(withTab(tabs, null, found, true), found, to))
    openTab(found, { own: true })
  }
  return (
    <nav className={styles.strip} aria-label={t('tabs.label')} data-away={away || undefined}>
      <ul
        ref={list}
        className={styles.list}
        onDragOver={over}
        onDragLeave={() => setGap(null)}
        onDrop={drop}
        onWheel={(event) => {
          // A wheel that turns one way only scrolls the strip, too.
          if (event.deltaX === 0) event.currentTarget.scrollLeft += event.deltaY
        }}
      >
        {open.map(({ object, own }, index) => (
          <OpenTab
            key={object.id}
            object={object}
            own={own}
            title={titleOf(object) ?? ''}
            active={sameObject(object, active)}
            gap={gap === index ? 'before' : gap === open.length && index === gap - 1 ? 'after' : null}
            onMenu={(x, y) => setMenu({ x, y, object, own })}
          />
        ))}
      </ul>
      {overflows && (
        <MenuTrigger>
          <IconButton icon={ChevronDown} size="small" label={t('tabs.all', { count: open.length })} />
          <Menu
            label={t('tabs.label')}
            onAction={(id) => {
              const tab = open.find(({ object }) => object.id === id)
              if (tab) openTab(tab.object)
            }}
          >
            {open.map(({ object }) => (
              <MenuItem key={object.id} id={object.id}>
                {titleOf(object) || t('tabs.untitled')}
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
      )}
      <TabMenu menu={menu} onClose={() => setMenu(null)} />
    </nav>
  )
}

/** Between which tabs a point lies: the index of the tab behind it. `x` in px of the viewport. */
function gapAt(list: HTMLElement | null, x: number): number {
  const middles = [...(list?.children ?? [])].map((tab) => {
    const { left, width } = tab.getBoundingClientRect()
    return left + width / 2
  })
  const behind = middles.findIndex((middle) => x < middle)
  return behind < 0 ? middles.length : behind
}

/** Whether the tabs need more room than there is. */
function useOverflow(list: React.RefObject<HTMLElement | null>, count: number): boolean {
  const [overflows, setOverflows] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab needs more room in a strip of the same width
  useEffect(() => {
    const element = list.current
    if (!element) return
    const look = (): void => setOverflows(element.scrollWidth > element.clientWidth + 1)
    const observer = new ResizeObserver(look)
    observer.observe(element)
    look()
    return () => observer.disconnect()
  }, [list, count])
  return overflows
}
