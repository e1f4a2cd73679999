import { Highlighter } from 'lucide-react'
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { FilterBar } from '#renderer/objects/annotations/FilterBar.tsx'
import {
  byPlace,
  everything,
  type Filter,
  filtered,
  isNarrowed,
} from '#renderer/objects/annotations/filter.ts'
import { ManyBar } from '#renderer/objects/annotations/ManyBar.tsx'
import { useMany } from '#renderer/objects/annotations/useMany.ts'
import { useSurroundings } from '#renderer/objects/annotations/useSurroundings.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, EmptyState, Spinner } from '#renderer/ui/index.ts'
import type { Annotation } from '#shared/model.ts'
import { AnnotationList } from './AnnotationList.tsx'
import styles from './AnnotationsPanel.module.css'

/** The annotations of the source one reads, in the order of its text. */
export function AnnotationsPanel() {
  const { t } = useTranslation('annotations')
  const sourceId = useWindow((state) => state.sourceId)
  const annotations = useCall(
    'annotations.list',
    { sourceId: sourceId ?? '' },
    { enabled: sourceId !== null },
  )
  // The text comes first, here and whenever one more is made in it.
  const { data } = annotations
  const shown = useDeferredValue(useMemo(() => ({ sourceId, list: data }), [sourceId, data]))
  if (sourceId === null) return null
  if (shown.sourceId !== sourceId || !shown.list) return <Spinner />
  if (shown.list.length === 0) {
    return <EmptyState icon={Highlighter} title={t('empty.title')} text={t('empty.text')} />
  }
  return <Filtered key={sourceId} sourceId={sourceId} annotations={shown.list} />
}

const Bar = memo(FilterBar)

interface FilteredProps {
  sourceId: string
  annotations: readonly Annotation[]
}

const Filtered = memo(function Filtered({ sourceId, annotations }: FilteredProps) {
  const { t } = useTranslation('annotations')
  const selection = useWindow((state) => state.selection)
  const selectedId = selection?.kind === 'annotation' ? selection.id : null
  const [filter, setFilter] = useState(everything)
  const inOrder = useMemo(() => [...annotations].sort(byPlace), [annotations])
  const around = useSurroundings(inOrder)
  const [passedOver, setPassedOver] = useState<string | null>(null)
  // The selected one stays: it would vanish while one changes its colour, or when one clicks on its words. But it goes where
  // one narrows the list to others.
  const keep = isNarrowed(filter) && selectedId !== passedOver ? selectedId : null
  const narrow = useCallback(
    (next: Filter): void => {
      setFilter(next)
      const selected = useWindow.getState().selection?.id ?? null
      const passes = filtered(inOrder, next, around).some(({ id }) => id === selected)
      setPassedOver(passes ? null : selected)
    },
    [inOrder, around],
  )
  const shown = useMemo(() => filtered(inOrder, filter, around, keep), [inOrder, filter, around, keep])
  const many = useMany(shown)
  useCommand('annotation.chooseAll', many.all, { enabled: shown.length > 0 })
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <Bar
          annotations={inOrder}
          shown={shown.length}
          relations={around.used}
          filter={filter}
          onChange={narrow}
        />
        {many.chosen.length > 0 && <ManyBar chosen={many.chosen} />}
      </div>
      {shown.length === 0 && (
        <EmptyState
          title={t('noneMatch')}
          action={<Button onPress={() => setFilter(everything)}>{t('showAll')}</Button>}
        />
      )}
      <AnnotationList
        annotations={shown}
        sourceTitle={around.titleOf(sourceId)}
        selectedId={selectedId}
        many={many}
      />
    </div>
  )
})
