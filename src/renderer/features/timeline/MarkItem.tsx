import { memo } from 'react'
import { RelationMark, relationStyle } from '#renderer/objects/RelationMark.tsx'
import { classes } from '#renderer/ui/index.ts'
import type { Relation } from '#shared/model.ts'
import styles from './Lane.module.css'
import { dotWidth, labelWidest, type PlacedCount, type PlacedMark } from './layout.ts'

export const rowHeight = 26

interface ItemProps {
  id: string
  /** What it is, in words. */
  name: string
  /** The pixel of the lane at which its layer begins. */
  base: number
  isActive: boolean
  isSelected: boolean
}

/** The source's place on the lane: a dot for a day, a bar for a longer time, with soft ends where the date says “about”. */
export const MarkItem = memo(function MarkItem(
  props: ItemProps & {
    item: PlacedMark
    /** What is drawn of the line, in its pixels: longer bars end there. */
    from: number
    to: number
    /** How the source bears on the claim; null where no claim is chosen, empty where it does not. */
    relations: readonly Relation[] | null
  },
) {
  const { item, base, relations } = props
  const { mark } = item
  const left = Math.max(item.outerLeft, props.from)
  const right = Math.min(item.outerRight, props.to)
  const coreLeft = Math.min(Math.max(item.coreLeft, props.from), props.to)
  const coreRight = Math.max(Math.min(item.coreRight, props.to), props.from)
  const [relation] = relations ?? []
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the lane keeps the focus and names its active option
    <div
      role="option"
      id={props.id}
      data-key={item.key}
      aria-selected={props.isSelected}
      aria-label={props.name}
      title={props.name}
      className={classes(
        styles.mark,
        props.isActive && styles.active,
        props.isSelected && styles.selected,
        relations?.length === 0 && styles.faded,
        relation && styles.bears,
      )}
      style={{
        left: left - base,
        top: item.row * rowHeight,
        ...(relation && relationStyle(relation)),
      }}
    >
      <Shape item={item} left={left} coreLeft={coreLeft} coreRight={coreRight} right={right} base={base} />
      {relations?.map((one) => (
        <RelationMark key={one.id} relation={one} small />
      ))}
      {item.label === 'beside' && (
        <span className={styles.beside} style={{ maxWidth: labelWidest }}>
          {mark.title}
        </span>
      )}
    </div>
  )
})

function Shape(props: {
  item: PlacedMark
  left: number
  coreLeft: number
  coreRight: number
  right: number
  base: number
}) {
  const { item, left, coreLeft, coreRight, right, base } = props
  const width = coreRight - coreLeft
  // Seen so closely that it is wide, a day is a bar like any other time.
  const isDot = item.to - item.from <= 1 && width < dotWidth + 0.5
  return (
    <>
      {coreLeft > left && (
        <span className={classes(styles.soft, styles.before)} style={{ width: coreLeft - left }} />
      )}
      <span
        className={classes(
          isDot ? styles.dot : styles.bar,
          !Number.isFinite(item.mark.bounds.to) && styles.endless,
        )}
        style={isDot ? undefined : { width }}
      >
        {item.label === 'inside' && (
          <span
            className={styles.inside}
            // Stays in sight while the bar's beginning is out of it.
            data-at={coreLeft - base}
            data-room={Math.max(0, width - 90)}
          >
            {item.mark.title}
          </span>
        )}
      </span>
      {right > coreRight && (
        <span className={classes(styles.soft, styles.after)} style={{ width: right - coreRight }} />
      )}
    </>
  )
}

/** Marks that stand too close to be told apart: how many. */
export const CountItem = memo(function CountItem(props: ItemProps & { item: PlacedCount; bears: boolean }) {
  const { item } = props
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the lane keeps the focus and names its active option
    <div
      role="option"
      id={props.id}
      data-key={item.key}
      aria-selected={props.isSelected}
      aria-label={props.name}
      title={props.name}
      className={classes(
        styles.mark,
        styles.countMark,
        props.isActive && styles.active,
        props.isSelected && styles.selected,
        !props.bears && styles.faded,
      )}
      style={{ left: item.left - props.base, top: item.row * rowHeight, width: item.right - item.left }}
    >
      <span className={styles.pill}>
        {item.same ? (item.unfolded ? '−' : '+') : ''}
        {item.marks.length}
      </span>
    </div>
  )
})
