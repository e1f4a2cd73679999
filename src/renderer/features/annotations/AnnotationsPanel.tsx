import { Highlighter } from 'lucide-react'
import { useMemo, useState } from 'react'
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
  if (sourceId === null) return null
  if (!annotations.data) return <Spinner />
  if (annotations.data.length === 0) {
    return <EmptyState icon={Highlighter} title={t('empty.title')} text={t('empty.text')} />
  }
  return <Filtered key={sourceId} sourceId={sourceId} annotations={annotations.data} />
}

function Filtered({ sourceId, annotations }: { sourceId: string; annotations: readonly Annotation[] }) {
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
  const narrow = (next: Filter): void => {
    setFilter(next)
    const passes = filtered(inOrder, next, around).some(({ id }) => id === selectedId)
    setPassedOver(passes ? null : selectedId)
  }
  const shown = useMemo(() => filtered(inOrder, filter, around, keep), [inOrder, filter, around, keep])
  const many = useMany(shown)
  useCommand('annotation.chooseAll', many.all, { enabled: shown.length > 0 })
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <FilterBar
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
}
