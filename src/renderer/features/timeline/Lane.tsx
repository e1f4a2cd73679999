import { useTranslation } from 'react-i18next'
import { formatPartialDate } from '#renderer/objects/dates.ts'
import { useWindow } from '#renderer/state/window.ts'
import { classes } from '#renderer/ui/index.ts'
import type { TimelineEntry } from '#shared/model.ts'
import { type DaySpan, packRows, positionOf, spanOfDate, type Tick } from './scale.ts'
import styles from './TimelineView.module.css'

const rowHeight = 28
const dotWidth = 12
/** A bar from this width on holds its label; a shorter one has it beside itself. */
const labelInside = 170
const labelWidest = 220

interface Mark {
  entry: TimelineEntry
  left: number
  /** The bar's own width, without the label. */
  width: number
}

/** One lane: a dot for a day, a bar for a month or a year of which no more is known, each with its source's title. */
export function Lane(props: {
  lane: TimelineEntry['lane']
  entries: TimelineEntry[]
  ticks: Tick[]
  domain: DaySpan
  width: number
}) {
  const { t } = useTranslation('timeline')
  const marks = props.entries.flatMap((entry): Mark[] => {
    const span = spanOfDate(entry.date)
    if (!span) return []
    const left = positionOf(span.start, props.domain, props.width)
    const right = positionOf(span.end, props.domain, props.width)
    return [{ entry, left, width: entry.date.length === 3 ? dotWidth : Math.max(dotWidth, right - left) }]
  })
  const { placed, rows } = packRows(marks, (mark) => ({
    left: mark.left,
    right: mark.left + Math.max(mark.width, labelEnd(mark)),
  }))
  return (
    <section className={styles.lane} aria-label={t(props.lane)}>
      <h2 className={styles.laneHead}>
        {t(props.lane)} <span className={styles.count}>{props.entries.length}</span>
      </h2>
      <ol className={styles.marks} style={{ height: Math.max(1, rows) * rowHeight + 16 }}>
        {props.ticks.map((tick) => (
          <li
            key={tick.day}
            className={styles.gridLine}
            style={{ left: positionOf(tick.day, props.domain, props.width) }}
            aria-hidden
          />
        ))}
        {placed.map(({ item, row }) => (
          <MarkButton key={`${item.entry.source.id} ${item.left}`} mark={item} top={row * rowHeight + 8} />
        ))}
      </ol>
    </section>
  )
}

/** Where a mark's label ends, measured from its left edge: about 6.5 px a character. */
function labelEnd({ entry, width }: Mark): number {
  const label = Math.min(labelWidest, entry.source.title.length * 6.5 + 8)
  return width >= labelInside ? 0 : width + label
}

function MarkButton({ mark, top }: { mark: Mark; top: number }) {
  const { t, i18n } = useTranslation('timeline')
  const openSource = useWindow((state) => state.openSource)
  const select = useWindow((state) => state.select)
  const { entry, left, width } = mark
  const selected = useWindow((state) => state.selection?.id === entry.source.id)
  const date = formatPartialDate(entry.date, i18n.language)
  const name = t('mark', { title: entry.source.title, lane: t(entry.lane), date })
  const partial = entry.date.length < 3
  const inside = width >= labelInside
  return (
    <li className={styles.place} style={{ left, top }}>
      <button
        type="button"
        className={classes(styles.mark, selected && styles.selected)}
        title={name}
        aria-label={name}
        onFocus={() => select({ kind: 'source', id: entry.source.id })}
        onClick={() => openSource(entry.source.id)}
      >
        <span className={classes(styles.shape, partial ? styles.span : styles.dot)} style={{ width }}>
          {inside && <span className={styles.inside}>{entry.source.title}</span>}
        </span>
        {!inside && (
          <span className={styles.beside} style={{ maxWidth: labelWidest }}>
            {entry.source.title}
          </span>
        )}
      </button>
    </li>
  )
}
