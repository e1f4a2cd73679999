import type { TFunction } from 'i18next'
import { toCsv } from '#renderer/ui/csv.ts'
import type { InboxItem } from '#shared/model.ts'
import { becauseOf } from './because.ts'
import { groupByRule } from './group.ts'

/** A row an item, below the names of the columns: which rule asks, about what, why, and why it need not. */
function rowsOf(t: TFunction<'inbox'>, items: readonly InboxItem[]): string[][] {
  const asked = groupByRule(items.filter(({ muted }) => muted === null))
  const muted = groupByRule(items.filter(({ muted }) => muted !== null))
  const rows = [...asked, ...muted].flatMap((group) =>
    group.items.map((item) => [
      t(`${group.rule}.title`),
      item.label,
      becauseOf(t, item),
      item.muted ? item.muted.reason || t('noReason') : '',
      item.muted?.at ?? '',
    ]),
  )
  return [
    [t('column.rule'), t('column.object'), t('column.why'), t('column.muted'), t('column.mutedAt')],
    ...rows,
  ]
}

/** What the inbox asks about as it is shown, and what was muted. Dates stay as computers read them (ISO 8601). */
export function inboxToCsv(t: TFunction<'inbox'>, items: readonly InboxItem[]): string {
  return toCsv(rowsOf(t, items))
}

/** The same for paper, without the times. */
export function InboxSheet({ t, items }: { t: TFunction<'inbox'>; items: readonly InboxItem[] }) {
  const [head = [], ...rows] = rowsOf(t, items).map((row) => row.slice(0, 4))
  return (
    <table>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join('\n')}>
            {row.map((text, column) => (
              <td key={head[column]}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
