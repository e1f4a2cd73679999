import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Section.module.css'

export interface SectionProps {
  title: string
  open: boolean
  onToggle(): void
  /** Stands beside the title, such as a button that makes one more. */
  tools?: ReactNode
  children: ReactNode
}

/** A part of a panel that can be folded away. */
export function Section({ title, open, onToggle, tools, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.heading}>
          <button type="button" className={styles.title} aria-expanded={open} onClick={onToggle}>
            <ChevronRight size={13} className={classes(styles.arrow, open && styles.open)} aria-hidden />
            {title}
          </button>
        </h3>
        {tools}
      </div>
      {open && <div className={styles.body}>{children}</div>}
    </section>
  )
}
