import type { CSSProperties } from 'react'
import type { Relation } from '#shared/model.ts'
import styles from './RelationMark.module.css'

/**
 * A relation's sign in a ring of its colour and line style, with a count where one is given. The relation's name is its
 * accessible name and tooltip, so that it never depends on colour.
 */
export function RelationMark(props: { relation: Relation; count?: number; title?: string; small?: boolean }) {
  const { relation, count } = props
  const title = props.title ?? relation.name
  return (
    <span
      className={props.small ? `${styles.mark} ${styles.small}` : styles.mark}
      style={relationStyle(relation)}
      role="img"
      aria-label={count === undefined ? title : `${title}: ${count}`}
      title={title}
    >
      <span className={styles.sign} aria-hidden>
        {relation.sign}
      </span>
      {count !== undefined && (
        <span className={styles.count} aria-hidden>
          {count}
        </span>
      )}
    </span>
  )
}

/** The relation's colour and line as custom properties, for anything that is drawn in them. */
export function relationStyle(relation: Relation): CSSProperties {
  return {
    '--relation-colour': `var(--mark-${relation.colour})`,
    '--relation-wash': `var(--wash-${relation.colour})`,
    '--relation-line': relation.lineStyle,
  } as CSSProperties
}
