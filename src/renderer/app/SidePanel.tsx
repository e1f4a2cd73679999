import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { ObjectRef } from '#shared/model.ts'
import { useCall } from '../engine/queries.ts'
import { AnnotationsPanel } from '../features/annotations/index.ts'
import { LinksPanel } from '../features/links/index.ts'
import { OutlinePanel } from '../features/outline/index.ts'
import { SourceInfo } from '../features/sources/index.ts'
import { useAnnotating } from '../state/annotating.ts'
import { showTab, useSidePanel } from '../state/sidePanel.ts'
import { useWindow } from '../state/window.ts'
import { EmptyState, Tabs } from '../ui/index.ts'
import styles from './SidePanel.module.css'

/** What stands beside the text: its annotations, the links of what is selected, and what is known of the source. */
export function SidePanel() {
  const { t } = useTranslation('app')
  const { sourceId, selection } = useWindow(
    useShallow(({ sourceId, selection }) => ({ sourceId, selection })),
  )
  const tab = useSidePanel((state) => state.tab)
  const editing = useAnnotating((state) => state.editing)
  useEffect(() => {
    if (editing) showTab('annotations')
  }, [editing])
  const annotations = useCall(
    'annotations.list',
    { sourceId: sourceId ?? '' },
    { enabled: sourceId !== null },
  )
  const object = linkedObject(sourceId, selection, annotations.data ?? [])
  const links = useCall('links.list', object ? { object } : {}, { enabled: object !== null })
  if (!sourceId || !object) return <EmptyState title={t('side.emptyTitle')} text={t('side.emptyText')} />
  return (
    <aside className={styles.side} aria-label={t('side.label')}>
      <Tabs
        label={t('side.label')}
        selected={tab}
        onChange={showTab}
        items={[
          {
            id: 'annotations',
            title: t('side.annotations'),
            count: annotations.data?.length,
            content: <AnnotationsPanel />,
          },
          {
            id: 'links',
            title: t('side.links'),
            count: links.data?.length,
            content: <LinksPanel key={object.id} object={object} />,
          },
          {
            id: 'contents',
            title: t('side.contents'),
            content: <OutlinePanel key={sourceId} sourceId={sourceId} />,
          },
          { id: 'info', title: t('side.info'), content: <SourceInfo key={sourceId} sourceId={sourceId} /> },
        ]}
      />
    </aside>
  )
}

/** Links belong to the annotation of this source that is selected, and otherwise to the source itself. */
function linkedObject(
  sourceId: string | null,
  selection: ObjectRef | null,
  annotations: readonly { id: string }[],
): ObjectRef | null {
  if (selection?.kind === 'annotation' && annotations.some(({ id }) => id === selection.id)) return selection
  return sourceId ? { kind: 'source', id: sourceId } : null
}
