import { Highlighter } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { useAnnotating } from '#renderer/state/annotating.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, EmptyState, Spinner } from '#renderer/ui/index.ts'
import { AnnotationCard } from './AnnotationCard.tsx'
import styles from './AnnotationsPanel.module.css'
import { FilterBar } from './FilterBar.tsx'
import { everything, filtered } from './filter.ts'

/** The annotations of the source one reads, in the order of its text. */
export function AnnotationsPanel() {
  const { t } = useTranslation('annotations')
  const sourceId = useWindow((state) => state.sourceId)
  const selection = useWindow((state) => state.selection)
  const editing = useAnnotating((state) => state.editing)
  const annotations = useCall(
    'annotations.list',
    { sourceId: sourceId ?? '' },
    { enabled: sourceId !== null },
  )
  const source = useCall('sources.get', { id: sourceId ?? '' }, { enabled: sourceId !== null })
  const selectedId = selection?.kind === 'annotation' ? selection.id : null
  const [filter, setFilter] = useState(everything)
  const all = annotations.data
  const shown = useMemo(() => filtered(all ?? [], filter, selectedId), [all, filter, selectedId])
  if (sourceId === null) return null
  if (!all) return <Spinner />
  if (all.length === 0) {
    return <EmptyState icon={Highlighter} title={t('empty.title')} text={t('empty.text')} />
  }
  return (
    <div className={styles.panel}>
      <FilterBar annotations={all} shown={shown.length} filter={filter} onChange={setFilter} />
      {shown.length === 0 && (
        <EmptyState
          title={t('noneMatch')}
          action={<Button onPress={() => setFilter(everything)}>{t('showAll')}</Button>}
        />
      )}
      <ul className={styles.list} aria-label={t('list')}>
        {shown.map((annotation) => (
          <AnnotationCard
            key={annotation.id}
            annotation={annotation}
            sourceTitle={source.data?.title ?? ''}
            selected={selectedId === annotation.id}
            editing={editing?.annotationId === annotation.id ? editing.part : null}
          />
        ))}
      </ul>
    </div>
  )
}
