import type { Annotation } from '#shared/model.ts'
import { type ColumnId, cellText, type Words } from './columns.ts'

/** The table of annotations for paper: all rows and columns that are shown, in their order. */
export function AnnotationSheet(props: {
  annotations: readonly Annotation[]
  columns: readonly ColumnId[]
  heads: readonly string[]
  words: Words
}) {
  const { annotations, columns, heads, words } = props
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {annotations.map((annotation) => (
          <tr key={annotation.id}>
            {columns.map((column) => (
              <td key={column} dir="auto">
                {cellText(annotation, column, words)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
