import { Download, Grid3x3 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { useRelations } from '#renderer/objects/relations.ts'
import { download } from '#renderer/ui/download.ts'
import { Button, Chip, EmptyState, Select } from '#renderer/ui/index.ts'
import type { Matrix } from '#shared/model.ts'
import { arrangeMatrix, type MatrixOrder, matrixOrders, matrixToCsv } from './grid.ts'
import { MatrixTable } from './MatrixTable.tsx'
import styles from './MatrixView.module.css'

/** Claims down, sources across; a cell says how that source bears on that claim. */
export function MatrixView() {
  const { t } = useTranslation('matrix')
  const matrix = useCall('views.matrix', {})
  if (!matrix.data) return null
  if (matrix.data.claims.length === 0 || matrix.data.sources.length === 0) {
    return <EmptyState icon={Grid3x3} title={t('emptyTitle')} text={t('emptyText')} />
  }
  return <LoadedMatrix matrix={matrix.data} />
}

function LoadedMatrix({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation('matrix')
  const { t: claimWords } = useTranslation('claims')
  const { byId } = useRelations()
  const [order, setOrder] = useState<MatrixOrder>('number')
  const [withUnlinked, setWithUnlinked] = useState(false)
  const grid = useMemo(() => {
    const linked = new Set(matrix.cells.map((cell) => cell.sourceId))
    const sources = matrix.sources.filter((source) => withUnlinked || linked.has(source.id))
    return arrangeMatrix({ ...matrix, sources }, order)
  }, [matrix, order, withUnlinked])
  const hidden = matrix.sources.length - grid.columns.length
  const save = (): void => {
    const heads = { claim: t('claim'), statement: t('statement'), status: t('status') }
    const csv = matrixToCsv(grid, byId, heads, (status) => claimWords(`status.${status}`))
    // Excel takes UTF-8 for what it is only behind a byte order mark.
    download('matrix.csv', 'text/csv', `\uFEFF${csv}`)
  }
  return (
    <div className={styles.view}>
      <header className={styles.bar}>
        <Select<MatrixOrder>
          label={t('order')}
          hideLabel
          value={order}
          options={matrixOrders.map((value) => ({ value, label: t(`order.${value}`) }))}
          onChange={setOrder}
        />
        {(hidden > 0 || withUnlinked) && (
          <Chip onPress={() => setWithUnlinked(!withUnlinked)} pressed={withUnlinked}>
            {withUnlinked ? t('allSources') : t('unlinked', { count: hidden })}
          </Chip>
        )}
        <Button variant="quiet" icon={Download} className={styles.save ?? ''} onPress={save}>
          {t('saveCsv')}
        </Button>
      </header>
      <MatrixTable grid={grid} />
    </div>
  )
}
