import type { ClaimSummary } from '#shared/model.ts'
import { type CellWords, type ClaimColumn, cellText } from './tableColumns.ts'

/** The table of claims for paper: all rows, in the order shown. */
export function ClaimsSheet(props: {
  rows: readonly ClaimSummary[]
  columns: readonly ClaimColumn[]
  words: CellWords
}) {
  const { rows, columns, words } = props
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column}>{words.head(column)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((claim) => (
          <tr key={claim.id}>
            {columns.map((column) => (
              <td key={column}>{cellText(claim, column, words)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
