import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { useShallow } from 'zustand/react/shallow'
import { useCall } from '../engine/queries.ts'
import { AddToCollection, Collections, Tags } from '../features/collections/index.ts'
import { SavedSearches } from '../features/search/index.ts'
import { SourcesPanel } from '../features/sources/index.ts'
import { StartView } from '../features/start/index.ts'
import { layoutStorage } from '../state/layouts.ts'
import { useWindow } from '../state/window.ts'
import { BesidePane } from './BesidePane.tsx'
import { CurrentView } from './CurrentView.tsx'
import { EdgeDrop } from './EdgeDrop.tsx'
import { standsBeside } from './paneCommands.ts'
import { SidePanel } from './SidePanel.tsx'
import { useForgetting } from './useForgetting.ts'
import { useRememberedPlace } from './useRememberedPlace.ts'
import { ViewBoundary } from './ViewBoundary.tsx'
import styles from './Workspace.module.css'

/** What lies between the bars: where an empty notebook would be read its start page, else panels around the view. */
export function Workspace() {
  const sources = useCall('sources.list', {}).data
  const claims = useCall('claims.list', {}).data
  const notes = useCall('notes.list', {}).data
  const reading = useWindow((state) => state.view === 'read')
  const known = useMemo(
    () => (sources && claims && notes ? { sources, claims, notes } : null),
    [sources, claims, notes],
  )
  const found = useRememberedPlace(known)
  useForgetting(known)
  if (!known || !found) return <main className={styles.workspace} aria-busy />
  const nothingYet = known.sources.length + known.claims.length + known.notes.length === 0
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
  const { sidebar, margin, view, beside } = useWindow(
    useShallow(({ sidebar, margin, view, beside }) => ({ sidebar, margin, view, beside })),
  )
  const hasBeside = beside !== null && standsBeside(view)
  const panels = useMemo(() => {
    const sources = { id: 'sources', content: <Sidebar />, defaultSize: 264, minSize: 180, maxSize: 520 }
    const second = { id: 'second', content: <BesidePane />, defaultSize: 420, minSize: 280 }
    const side = { id: 'side', content: <SidePanel />, defaultSize: 320, minSize: 240, maxSize: 620 }
    const all: (PanelSpec | false)[] = [
      sidebar && sources,
      { id: 'view', content: <CurrentView />, minSize: 320 },
      hasBeside && second,
      view === 'read' && margin && side,
    ]
    return all.filter((panel) => panel !== false)
  }, [sidebar, margin, view, hasBeside])
  const ids = panels.map(({ id }) => id)
  const layout = useDefaultLayout({ id: 'panels', panelIds: ids, storage: layoutStorage })
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
          <div className={styles.panel} data-panel={id}>
            <ViewBoundary resetKey={`${id}:${view}`}>{content}</ViewBoundary>
            {id === (hasBeside ? 'second' : 'view') && <EdgeDrop />}
          </div>
        </Panel>,
      ])}
    </Group>
  )
}

/** The sources, and above them what narrows them: collections, searches that were kept, tags. */
function Sidebar() {
  return (
    <>
      <SourcesPanel
        groups={
          <>
            <Collections />
            <SavedSearches />
            <Tags />
          </>
        }
      />
      <AddToCollection />
    </>
  )
}
