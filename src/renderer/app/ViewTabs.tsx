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
  const { t } = useTranslation('commands')
  const { t: app } = useTranslation('app')
  const view = useWindow((state) => state.view)
  const { setView } = useWindow.getState()
  return (
    <nav className={styles.tabs} aria-label={app('top.views')}>
      {views.map((name) => {
        const Icon = icons[name]
        const title = t(`view.${name}`)
        return (
          <Tooltip key={name} text={title} keys={keysOf(`view.${name}`)[0]}>
            <Button
              className={styles.tab ?? ''}
              aria-label={title}
              aria-current={view === name ? 'page' : undefined}
              onPress={() => setView(name)}
            >
              <Icon size={15} className={styles.icon} aria-hidden />
              <span className={styles.title}>{title}</span>
            </Button>
          </Tooltip>
        )
      })}
    </nav>
  )
}
