import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Many } from '#renderer/objects/annotations/useMany.ts'
import { useAnnotating } from '#renderer/state/annotating.ts'
import type { Annotation } from '#shared/model.ts'
import styles from './AnnotationTable.module.css'
import { type ColumnId, tracksOf, type Words } from './columns.ts'
import { type MenuAt, RowMenu } from './RowMenu.tsx'
import { Row, type RowActs, rowHeight, rowId } from './Rows.tsx'
import { sortBy, useTable } from './tableState.ts'
import { useGridKeys } from './useGridKeys.ts'
import { useVisible } from './useVisible.ts'

/** The width of the column of boxes, in px. */
const boxWidth = 34

interface GridProps {
  annotations: readonly Annotation[]
  columns: readonly ColumnId[]
  words: Words
  many: Many
  active: string | null
  onActive(annotation: Annotation): void
  onOpen(annotation: Annotation): void
}

/** The rows, of which only those in sight are drawn. The grid has the focus and names its active row to screen readers. */
export function Grid(props: GridProps) {
  const { annotations, columns, words, many, active } = props
  const { t } = useTranslation('annotationTable')
  const view = useRef<HTMLDivElement>(null)
  const chosen = useAnnotating((state) => state.chosen)
  const { from, to } = useVisible(view, annotations.length, rowHeight)
  const at = annotations.findIndex(({ id }) => id === active)
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const onKeyDown = useGridKeys({
    ...props,
    view,
    at,
    onMenu: (annotation) => setMenu(menuBelow(annotation)),
  })
  const acts = useActs(props, setMenu)
  const drawn = annotations.slice(from, to).map((annotation, i) => ({ annotation, index: from + i }))
  const activeRow = annotations[at]
  // The active row stands in the page wherever one scrolled: it is what the grid's focus means.
  if (activeRow && (at < from || at >= to)) drawn.push({ annotation: activeRow, index: at })
  const { template, least } = tracksOf(columns, boxWidth)
  return (
    <div ref={view} className={styles.scroller}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen and opened is a grid
        role="grid"
        aria-label={t('title')}
        aria-multiselectable
        aria-rowcount={annotations.length + 1}
        aria-activedescendant={activeRow ? rowId(activeRow.id) : undefined}
        tabIndex={0}
        className={styles.grid}
        style={{ '--columns': template, minWidth: least } as React.CSSProperties}
        onKeyDown={onKeyDown}
      >
        <Head columns={columns} many={many} count={annotations.length} />
        <tbody className={styles.rows} style={{ height: annotations.length * rowHeight }}>
          {drawn.map(({ annotation, index }) => (
            <Row
              key={annotation.id}
              annotation={annotation}
              index={index}
              columns={columns}
              words={words}
              chosen={chosen.has(annotation.id)}
              active={annotation.id === active}
              acts={acts}
            />
          ))}
        </tbody>
      </table>
      <RowMenu menu={menu} many={many} onClose={() => setMenu(null)} />
    </div>
  )
}

/** Where a menu stands that the keyboard asked for: at its row. */
function menuBelow(annotation: Annotation): MenuAt {
  const row = document.getElementById(rowId(annotation.id))?.getBoundingClientRect()
  return { x: (row?.left ?? 0) + boxWidth, y: row?.bottom ?? 0, annotation }
}

/** What rows do, the same for every drawing, so that rows that stay as they are need not be drawn again. */
function useActs(props: GridProps, onMenu: (at: MenuAt) => void): RowActs {
  const latest = useRef(props)
  latest.current = props
  return useMemo(
    () => ({
      pick: (annotation, { shiftKey, ctrlKey, metaKey }) => {
        const { many, onActive } = latest.current
        if (shiftKey) many.extendTo(annotation.id)
        else if (ctrlKey || metaKey) many.toggle(annotation.id)
        else many.only(annotation.id)
        onActive(annotation)
      },
      toggle: (annotation) => {
        latest.current.many.toggle(annotation.id)
        latest.current.onActive(annotation)
      },
      open: (annotation) => latest.current.onOpen(annotation),
      menu: (annotation, { clientX, clientY }) => {
        latest.current.onActive(annotation)
        onMenu({ x: clientX, y: clientY, annotation })
      },
    }),
    [onMenu],
  )
}

function Head({ columns, many, count }: { columns: readonly ColumnId[]; many: Many; count: number }) {
  const { t } = useTranslation('annotationTable')
  const sort = useTable((state) => state.sort)
  const box = useRef<HTMLInputElement>(null)
  const some = many.chosen.length > 0
  if (box.current) box.current.indeterminate = some && many.chosen.length < count
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.headRow}>
        <th scope="col" className={styles.cell}>
          <input
            ref={box}
            type="checkbox"
            aria-label={t('chooseAll')}
            checked={some && many.chosen.length === count}
            onChange={({ target }) => (target.checked ? many.all() : many.none())}
          />
        </th>
        {columns.map((column) => {
          const direction = sort?.column === column ? (sort.descending ? 'descending' : 'ascending') : 'none'
          const Arrow = direction === 'descending' ? ArrowDown : ArrowUp
          return (
            <th key={column} scope="col" aria-sort={direction} className={styles.cell}>
              <button type="button" className={styles.sort} onClick={() => sortBy(column)}>
                {t(`column.${column}`)}
                {direction !== 'none' && <Arrow size={12} aria-hidden />}
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
