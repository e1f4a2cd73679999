import { Highlighter } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { FilterBar } from '#renderer/objects/annotations/FilterBar.tsx'
import { everything, filtered } from '#renderer/objects/annotations/filter.ts'
import { ManyBar } from '#renderer/objects/annotations/ManyBar.tsx'
import { useMany } from '#renderer/objects/annotations/useMany.ts'
import { useSurroundings } from '#renderer/objects/annotations/useSurroundings.ts'
import { openAnnotation } from '#renderer/objects/openObject.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, EmptyState, Spinner } from '#renderer/ui/index.ts'
import { type Annotation, colours } from '#shared/model.ts'
import styles from './AnnotationTable.module.css'
import { sorted } from './columns.ts'
import { Grid } from './Grid.tsx'
import { SourceFilter } from './SourceFilter.tsx'
import { Tools } from './Tools.tsx'
import { useTable } from './tableState.ts'
import { useWords } from './useWords.ts'

/** Every annotation of the notebook, to be narrowed, sorted, changed many at a time, and taken elsewhere. */
export function AnnotationTable() {
  const { t } = useTranslation('annotationTable')
  const annotations = useCall('annotations.list', {})
  if (!annotations.data) return <Spinner />
  if (annotations.data.length === 0) {
    return <EmptyState icon={Highlighter} title={t('empty.title')} text={t('empty.text')} />
  }
  return <Table annotations={annotations.data} />
}

function Table({ annotations }: { annotations: readonly Annotation[] }) {
  const { t } = useTranslation('annotationTable')
  const { columns, sort, filter } = useTable()
  const selection = useWindow((state) => state.selection)
  const around = useSurroundings(annotations)
  const words = useWords(around.titleOf)
  const shown = useMemo(() => filtered(annotations, filter, around), [annotations, filter, around])
  const rows = useMemo(() => sorted(shown, sort, words, colours), [shown, sort, words])
  const many = useMany(rows)
  useCommand('annotation.chooseAll', many.all, { enabled: rows.length > 0 })
  return (
    <section className={styles.view} aria-label={t('title')}>
      <header className={styles.bar}>
        <FilterBar
          annotations={annotations}
          shown={rows.length}
          relations={around.used}
          filter={filter}
          onChange={(next) => useTable.setState({ filter: next })}
        >
          <SourceFilter
            title={filter.sourceId === null ? null : around.titleOf(filter.sourceId)}
            onChange={(sourceId) => useTable.setState({ filter: { ...filter, sourceId } })}
          />
        </FilterBar>
        <Tools annotations={rows} columns={columns} words={words} />
      </header>
      {many.chosen.length > 0 && <ManyBar chosen={many.chosen} />}
      {rows.length === 0 ? (
        <EmptyState
          title={t('noneMatch')}
          action={<Button onPress={() => useTable.setState({ filter: everything })}>{t('showAll')}</Button>}
        />
      ) : (
        <Grid
          annotations={rows}
          columns={columns}
          words={words}
          many={many}
          active={selection?.kind === 'annotation' ? selection.id : null}
          onActive={({ id }) => useWindow.getState().select({ kind: 'annotation', id })}
          onOpen={openAnnotation}
        />
      )}
    </section>
  )
}
