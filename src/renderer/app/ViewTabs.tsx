import {
  BookOpen,
  ChartGantt,
  Grid3x3,
  Highlighter,
  Inbox,
  type LucideIcon,
  NotebookPen,
  Quote,
  Waypoints,
} from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { keysOf } from '../commands/registry.ts'
import { useWindow, views } from '../state/window.ts'
import { Tooltip } from '../ui/index.ts'
import { useSpringOpen } from './useSpringOpen.ts'
import styles from './ViewTabs.module.css'

const icons: Record<(typeof views)[number], LucideIcon> = {
  read: BookOpen,
  claims: Quote,
  matrix: Grid3x3,
  graph: Waypoints,
  timeline: ChartGantt,
  inbox: Inbox,
  notes: NotebookPen,
  annotations: Highlighter,
}

/** One button a view. Where there is little room they show icons only. */
export function ViewTabs() {
  const { t: app } = useTranslation('app')
  return (
    <nav className={styles.tabs} aria-label={app('top.views')}>
      {views.map((name) => (
        <ViewTab key={name} name={name} />
      ))}
    </nav>
  )
}

/** Opens its view when it is pressed, or when something that is dragged is held above it. */
function ViewTab({ name }: { name: (typeof views)[number] }) {
  const { t } = useTranslation('commands')
  const isShown = useWindow((state) => state.view === name)
  const { setView } = useWindow.getState()
  const spring = useSpringOpen(() => setView(name))
  const Icon = icons[name]
  const title = t(`view.${name}`)
  return (
    <span className={styles.spring} {...spring}>
      <Tooltip text={title} keys={keysOf(`view.${name}`)[0]}>
        <Button
          className={styles.tab ?? ''}
          aria-label={title}
          aria-current={isShown ? 'page' : undefined}
          onPress={() => setView(name)}
        >
          <Icon size={15} className={styles.icon} aria-hidden />
          <span className={styles.title}>{title}</span>
        </Button>
      </Tooltip>
    </span>
  )
}
