import { ArrowDown, ArrowUp } from 'lucide-react'
import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { ClaimSummary } from '#shared/model.ts'
import styles from './ClaimsTable.module.css'
import { useListState } from './listState.ts'
import { StatusChip } from './StatusChip.tsx'
import {
  type CellWords,
  type ClaimColumn,
  type ClaimSort,
  countIn,
  relationIn,
  voices,
} from './tableColumns.ts'

/** The widths of columns in px; statements take what is left. */
const widths = {
  number: 56,
  status: 112,
  for: 92,
  against: 76,
  tags: 110,
  updated: 104,
  relation: 116,
} as const

interface GridProps {
  rows: ClaimSummary[]
  columns: ClaimColumn[]
  words: CellWords
  sort: ClaimSort | null
  onSort: (sort: ClaimSort) => void
}

/** The rows, of which only those in sight are drawn. Arrows walk, Shift and Ctrl choose several, Enter opens. */
export function ClaimsGrid({ rows, columns, words, sort, onSort }: GridProps) {
  const { t } = useTranslation('claims')
  const chosen = useListState((state) => state.chosen)
  const choose = (keys: 'all' | Set<unknown>): void => {
    const ids = rows.map(({ id }) => id).filter((id) => keys === 'all' || keys.has(id))
    useListState.setState({ chosen: ids })
    const [only] = ids
    if (only !== undefined && ids.length === 1) useWindow.getState().select({ kind: 'claim', id: only })
  }
  const open = (id: unknown): void => {
    useListState.setState({ tableAt: undefined, chosen: [] })
    useWindow.getState().openClaim(String(id))
  }
  return (
    <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: 36, headingHeight: 30 }}>
      <Table
        aria-label={t('claims')}
        className={styles.table ?? ''}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={chosen}
        onSelectionChange={choose}
        onRowAction={open}
        {...(sort && {
          sortDescriptor: { column: sort.column, direction: sort.descending ? 'descending' : 'ascending' },
        })}
        onSortChange={({ column, direction }) =>
          onSort({ column: String(column) as ClaimColumn, descending: direction === 'descending' })
        }
      >
        <TableHeader columns={columns.map((id) => ({ id }))} className={styles.heads ?? ''}>
          {({ id }) => (
            <Column
              id={id}
              allowsSorting
              isRowHeader={id === 'statement'}
              className={styles.head ?? ''}
              {...(id === 'statement' ? { minWidth: 260 } : { width: widthOf(id), minWidth: 48 })}
            >
              {({ sortDirection }) => (
                <>
                  <span className={styles.words}>{words.head(id)}</span>
                  {sortDirection === 'ascending' && <ArrowUp size={12} aria-hidden />}
                  {sortDirection === 'descending' && <ArrowDown size={12} aria-hidden />}
                </>
              )}
            </Column>
          )}
        </TableHeader>
        <TableBody items={rows} dependencies={[columns, words]}>
          {(claim) => (
            <Row id={claim.id} columns={columns.map((id) => ({ id }))} className={styles.row ?? ''}>
              {({ id }) => (
                <Cell className={styles.cell ?? ''}>
                  <Content claim={claim} column={id} words={words} />
                </Cell>
              )}
            </Row>
          )}
        </TableBody>
      </Table>
    </Virtualizer>
  )
}

function widthOf(column: ClaimColumn): number {
  if (column === 'statement' || column.startsWith('relation:')) return widths.relation
  return widths[column as keyof typeof widths]
}

function Content({ claim, column, words }: { claim: ClaimSummary; column: ClaimColumn; words: CellWords }) {
  const { i18n } = useTranslation()
  const { byId } = useRelations()
  if (column === 'number') return <span className={styles.quiet}>C{claim.number}</span>
  if (column === 'statement') return <span className={styles.words}>{claim.statement}</span>
  if (column === 'status') return <StatusChip status={claim.status} />
  if (column === 'for') return claim.suggestion.supportingOrigins || <Nothing />
  if (column === 'against') return claim.suggestion.contradictingOrigins || <Nothing />
  if (column === 'tags') return <span className={styles.words}>{claim.tags.join(', ')}</span>
  if (column === 'updated') {
    const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
    return <span className={styles.quiet}>{date.format(new Date(claim.updatedAt))}</span>
  }
  const relation = byId.get(relationIn(column) ?? '')
  const count = countIn(claim, column)
  if (!relation || !count) return <Nothing />
  return (
    <span className={styles.count}>
      <RelationMark
        relation={relation}
        count={voices(count)}
        title={`${relation.name}: ${words.count(count)}`}
        small
      />
      {count.sources > count.origins && <span className={styles.words}>{words.count(count)}</span>}
    </span>
  )
}

function Nothing() {
  return <span className={styles.quiet}>–</span>
}
