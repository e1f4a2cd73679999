import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { useCall } from '../engine/queries.ts'
import { SavedSearches } from '../features/search/index.ts'
import { SourcesPanel } from '../features/sources/index.ts'
import { StartView } from '../features/start/index.ts'
import { useWindow } from '../state/window.ts'
import { CurrentView } from './CurrentView.tsx'
import { SecondPane } from './SecondPane.tsx'
import { SidePanel } from './SidePanel.tsx'
import { useRememberedPlace } from './useRememberedPlace.ts'
import { ViewBoundary } from './ViewBoundary.tsx'
import styles from './Workspace.module.css'

/** What lies between the bars: where an empty notebook would be read its start page, else panels around the view. */
export function Workspace() {
  const sources = useCall('sources.list', {})
  const claims = useCall('claims.list', {})
  const notes = useCall('notes.list', {})
  const reading = useWindow((state) => state.view === 'read')
  useRememberedPlace(sources.data)
  if (!sources.data || !claims.data || !notes.data) return <main className={styles.workspace} aria-busy />
  const nothingYet = sources.data.length + claims.data.length + notes.data.length === 0
  return <main className={styles.workspace}>{nothingYet && reading ? <StartView /> : <Panels />}</main>
}

interface PanelSpec {
  id: string
  content: ReactNode
  defaultSize?: number
  minSize: number
  maxSize?: number
}

function Panels() {
  const { t } = useTranslation('app')
  const { sidebar, margin, view, secondPane } = useWindow()
  const beside = view === 'read' && secondPane !== null
  const panels = useMemo(() => {
    const sources = { id: 'sources', content: <Collections />, defaultSize: 264, minSize: 180, maxSize: 520 }
    const second = { id: 'second', content: <SecondPane />, defaultSize: 420, minSize: 280 }
    const side = { id: 'side', content: <SidePanel />, defaultSize: 320, minSize: 240, maxSize: 620 }
    const all: (PanelSpec | false)[] = [
      sidebar && sources,
      { id: 'view', content: <CurrentView />, minSize: 320 },
      beside && second,
      view === 'read' && margin && side,
    ]
    return all.filter((panel) => panel !== false)
  }, [sidebar, margin, view, beside])
  const ids = panels.map(({ id }) => id)
  const layout = useDefaultLayout({ id: 'crossread:panels', panelIds: ids })
  return (
    <Group className={styles.group} {...layout}>
      {panels.flatMap(({ id, content, ...size }, index) => [
        index > 0 && <Separator key={`${id}-edge`} className={styles.separator} aria-label={t('resize')} />,
        <Panel
          key={id}
          id={id}
          {...size}
          groupResizeBehavior={id === 'view' ? undefined : 'preserve-pixel-size'}
        >
          <div className={styles.panel}>
            <ViewBoundary resetKey={`${id}:${view}`}>{content}</ViewBoundary>
          </div>
        </Panel>,
      ])}
    </Group>
  )
}

/** The sources, and below them the searches that were kept. */
function Collections() {
  return (
    <div className={styles.collections}>
      <div className={styles.sources}>
        <SourcesPanel />
      </div>
      <SavedSearches />
    </div>
  )
}
