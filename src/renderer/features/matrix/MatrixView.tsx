import { Grid3x3, ListFilter } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { allClaims, filterClaims, useClaimFilter } from '#renderer/state/claimFilters.ts'
import { useMatrixShown } from '#renderer/state/matrixShown.ts'
import { Button, EmptyState } from '#renderer/ui/index.ts'
import type { Matrix, Relation } from '#shared/model.ts'
import { arrangeMatrix, type MatrixGrid as Grid, relationsIn } from './grid.ts'
import { MatrixBar } from './MatrixBar.tsx'
import { MatrixGrid } from './MatrixGrid.tsx'
import styles from './MatrixView.module.css'
import { useMatrixWords } from './words.ts'

/** Claims down, sources across; a cell says how that source bears on that claim. */
export function MatrixView() {
  const { t } = useTranslation('matrix')
  const matrix = useCall('views.matrix', {})
  const relations = useCall('relations.list', {})
  if (!matrix.data || !relations.data) return null
  if (matrix.data.claims.length === 0 || matrix.data.sources.length === 0) {
    return <EmptyState icon={Grid3x3} title={t('emptyTitle')} text={t('emptyText')} />
  }
  return <LoadedMatrix matrix={matrix.data} />
}

function LoadedMatrix({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation('matrix')
  const { byId } = useRelations()
  const filter = useClaimFilter()
  const shown = useMatrixShown()
  const words = useMatrixWords()
  const noPublisher = t('noPublisher')
  const untagged = t('untagged')
  const grid = useMemo(() => {
    const claims = filterClaims(matrix.claims, filter)
    return arrangeMatrix({ ...matrix, claims }, shown, byId, { noPublisher, untagged })
  }, [matrix, filter, shown, byId, noPublisher, untagged])
  return (
    <section className={styles.view} aria-label={t('title')}>
      <MatrixBar grid={grid} matrix={matrix} relations={byId} words={words} />
      {grid.claims.length === 0 ? (
        <EmptyState
          icon={ListFilter}
          title={t('noneMatch')}
          action={
            <Button onPress={() => useClaimFilter.setState(allClaims)}>
              {t('showAll', { count: matrix.claims.length })}
            </Button>
          }
        />
      ) : (
        <>
          <MatrixGrid grid={grid} relations={byId} words={words} />
          <Legend grid={grid} relations={byId} />
        </>
      )}
    </section>
  )
}

/** What the signs mean. */
function Legend({ grid, relations }: { grid: Grid; relations: ReadonlyMap<string, Relation> }) {
  const { t } = useTranslation('matrix')
  const used = useMemo(() => relationsIn(grid, relations), [grid, relations])
  if (used.length === 0) return null
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {used.map((relation) => (
        <li key={relation.id} className={styles.entry}>
          <span aria-hidden>
            <RelationMark relation={relation} small />
          </span>
          {relation.name}
        </li>
      ))}
    </ul>
  )
}
