import { List } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '#renderer/commands/registry.ts'
import { ClaimFilterBar } from '#renderer/objects/ClaimFilterBar.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { ViewExport } from '#renderer/objects/viewExport/index.ts'
import { Button, EmptyState } from '#renderer/ui/index.ts'
import type { ClaimSummary, Relation } from '#shared/model.ts'
import { ChosenClaims } from './ChosenClaims.tsx'
import { ClaimsGrid } from './ClaimsGrid.tsx'
import { ClaimsSheet } from './ClaimsSheet.tsx'
import styles from './ClaimsTable.module.css'
import { useListState } from './listState.ts'
import {
  type CellWords,
  type ClaimSort,
  claimsToCsv,
  columnsOf,
  relationIn,
  sortByColumn,
} from './tableColumns.ts'

/** The claims that the filter shows with all that can be counted, to be sorted, chosen and taken elsewhere. */
export function ClaimsTable({ shown }: { shown: ClaimSummary[] }) {
  const { t } = useTranslation('claims')
  const { all, byId } = useRelations()
  const chosen = useListState((state) => state.chosen)
  const together = shown.flatMap(({ id }) => (chosen.includes(id) ? [id] : []))
  const [sort, setSort] = useState<ClaimSort | null>(null)
  const columns = useMemo(() => columnsOf(shown, all), [shown, all])
  const rows = useMemo(() => sortByColumn(shown, sort), [shown, sort])
  const words = useWords(byId)
  return (
    <section className={styles.view} aria-label={t('claims')}>
      <header className={styles.bar}>
        <Button size="small" variant="quiet" icon={List} onPress={() => runCommand('claims.table')}>
          {t('list')}
        </Button>
        <ClaimFilterBar className={styles.filter ?? ''} />
        <span className={styles.total}>{t('shown', { count: rows.length })}</span>
        <ViewExport
          fileName={t('fileName')}
          title={t('claims')}
          isEmpty={rows.length === 0}
          csv={() => claimsToCsv(rows, columns, words)}
          sheet={() => <ClaimsSheet rows={rows} columns={columns} words={words} />}
        />
      </header>
      {together.length > 1 && <ChosenClaims ids={together} />}
      {rows.length === 0 ? (
        <EmptyState title={t('noneMatch')} />
      ) : (
        <ClaimsGrid rows={rows} columns={columns} words={words} sort={sort} onSort={setSort} />
      )}
    </section>
  )
}

function useWords(byId: ReadonlyMap<string, Relation>): CellWords {
  const { t } = useTranslation('claims')
  return useMemo(
    () => ({
      head: (column) => {
        const relation = relationIn(column)
        return relation === undefined ? t(`column.${column}`) : (byId.get(relation)?.name ?? '')
      },
      status: ({ status }) => t(`status.${status}`),
      count: ({ links, sources, origins }) => {
        if (sources === 0) return t('links', { count: links })
        const ofSources = t('sources', { count: sources })
        return sources === origins ? ofSources : `${ofSources}, ${t('origins', { count: origins })}`
      },
    }),
    [t, byId],
  )
}
