import { useTranslation } from 'react-i18next'
import { ClaimFilterBar } from '#renderer/objects/ClaimFilterBar.tsx'
import { ViewExport } from '#renderer/objects/viewExport/index.ts'
import {
  type ClaimOrder,
  claimOrders,
  type Grouping,
  groupings,
  type SourceOrder,
  sourceOrders,
  useMatrixShown,
} from '#renderer/state/matrixShown.ts'
import { Chip, Select } from '#renderer/ui/index.ts'
import type { Matrix, Relation } from '#shared/model.ts'
import type { MatrixGrid } from './grid.ts'
import styles from './MatrixView.module.css'
import { matrixToCsv } from './saved/csv.ts'
import { drawMatrix } from './saved/drawing.ts'
import { MatrixSheet } from './saved/MatrixSheet.tsx'
import { paletteOfPaper } from './saved/palette.ts'
import type { Words } from './words.ts'

interface BarProps {
  grid: MatrixGrid
  /** With the claims that the filter hides. */
  matrix: Matrix
  relations: ReadonlyMap<string, Relation>
  words: Words
}

/** Which claims, in which order, beside which columns; and how to take what is shown elsewhere. */
export function MatrixBar({ grid, matrix, relations, words }: BarProps) {
  const { t } = useTranslation('matrix')
  const { unlinked } = useMatrixShown()
  const shown = new Set(grid.groups.flatMap(({ sources }) => sources.map(({ id }) => id))).size
  const hidden = matrix.sources.length - shown
  const sliceName = (first: number, last: number, all: number): string => t('slice', { first, last, all })
  return (
    <header className={styles.bar}>
      <ClaimFilterBar className={styles.filter ?? ''} />
      <Arrangement grid={grid} matrix={matrix} />
      {(hidden > 0 || unlinked) && grid.claims.length > 0 && (
        <Chip onPress={() => useMatrixShown.setState({ unlinked: !unlinked })} pressed={unlinked}>
          {unlinked ? t('allSources') : t('unlinked', { count: hidden })}
        </Chip>
      )}
      <div className={styles.end}>
        <span className={styles.total} role="status">
          {t('shown', {
            claims: countOf(grid.claims.length, matrix.claims.length, t('of')),
            sources: countOf(shown, matrix.sources.length, t('of')),
          })}
        </span>
        <ViewExport
          fileName={t('fileName')}
          title={words.title}
          isEmpty={grid.claims.length === 0 || grid.columns.length === 0}
          csv={() => matrixToCsv(grid, relations, words)}
          svg={() => drawMatrix(grid, relations, words, paletteOfPaper())}
          sheet={() => <MatrixSheet grid={grid} relations={relations} words={words} sliceName={sliceName} />}
        />
      </div>
    </header>
  )
}

/** `12`, or `3 of 12` where some are hidden. */
function countOf(shown: number, all: number, of: string): string {
  return shown === all ? String(all) : `${shown} ${of} ${all}`
}

/** How columns are grouped, and both sides sorted; also by one head's stance, where somebody asked for that. */
function Arrangement({ grid, matrix }: { grid: MatrixGrid; matrix: Matrix }) {
  const { t } = useTranslation('matrix')
  const { grouping, rows, columns } = useMatrixShown()
  const byColumn = grid.columns.find(({ key }) => rows === `column:${key}`)
  const byClaim = matrix.claims.find(({ id }) => columns === `claim:${id}`)
  return (
    <>
      <Select<Grouping>
        label={t('grouping')}
        hideLabel
        quiet
        value={grouping}
        options={groupings.map((value) => ({ value, label: t(`grouping.${value}`) }))}
        onChange={(value) => useMatrixShown.setState({ grouping: value })}
      />
      <Select<ClaimOrder>
        label={t('order')}
        hideLabel
        quiet
        value={byColumn || claimOrders.some((order) => order === rows) ? rows : 'number'}
        options={[
          ...claimOrders.map((value) => ({ value, label: t(`order.${value}`) })),
          ...(byColumn ? [{ value: rows, label: t('order.byColumn', { name: brief(byColumn.label) }) }] : []),
        ]}
        onChange={(value) => useMatrixShown.setState({ rows: value })}
      />
      <Select<SourceOrder>
        label={t('sourceOrder')}
        hideLabel
        quiet
        value={byClaim || sourceOrders.some((order) => order === columns) ? columns : 'imported'}
        options={[
          ...sourceOrders.map((value) => ({ value, label: t(`sourceOrder.${value}`) })),
          ...(byClaim
            ? [{ value: columns, label: t('sourceOrder.byClaim', { number: byClaim.number }) }]
            : []),
        ]}
        onChange={(value) => useMatrixShown.setState({ columns: value })}
      />
    </>
  )
}

function brief(label: string): string {
  return label.length > 24 ? `${label.slice(0, 22).trimEnd()}…` : label
}
