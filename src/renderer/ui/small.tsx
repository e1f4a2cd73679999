import { type LucideIcon, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Colour } from '#shared/model.ts'
import { classes } from './classes.ts'
import styles from './small.module.css'

/** A dot in an annotation's colour. Name the colour beside it: a dot alone says nothing to many people. */
export function ColourDot({ colour, size = 10, label }: { colour: Colour; size?: number; label?: string }) {
  const named = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }
  return (
    <span
      {...named}
      className={styles.dot}
      style={{ background: `var(--colour-${colour})`, width: size, height: size }}
    />
  )
}

export interface ChipProps {
  children: ReactNode
  tone?: 'neutral' | 'accent' | 'ok' | 'warn' | 'danger'
  /** Makes it a button. */
  onPress?: () => void
  /** Shows it as switched on, where it is a button. */
  pressed?: boolean
  /** Adds a button that takes it away; `removeLabel` names that button. */
  onRemove?: () => void
  removeLabel?: string
  title?: string
}

/** A short word in a frame: a tag, a status, a count. */
export function Chip({
  children,
  tone = 'neutral',
  onPress,
  pressed,
  onRemove,
  removeLabel,
  title,
}: ChipProps) {
  const { t } = useTranslation('ui')
  const name = classes(styles.chip, styles[tone], pressed && styles.pressed)
  if (onPress) {
    return (
      <Button className={classes(name, styles.pressable)} onPress={onPress} aria-pressed={pressed}>
        {children}
      </Button>
    )
  }
  return (
    <span className={name} title={title}>
      {children}
      {onRemove && (
        <Button className={styles.remove ?? ''} aria-label={removeLabel ?? t('remove')} onPress={onRemove}>
          <X size={11} aria-hidden />
        </Button>
      )}
    </span>
  )
}

export interface EmptyStateProps {
  icon?: LucideIcon
  title: string
  text?: ReactNode
  action?: ReactNode
}

/** What stands where there is nothing yet: why, and what to do about it. */
export function EmptyState({ icon: Icon, title, text, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {Icon && <Icon size={28} strokeWidth={1.5} className={styles.emptyIcon} aria-hidden />}
      <h2 className={styles.emptyTitle}>{title}</h2>
      {text && <p className={styles.emptyText}>{text}</p>}
      {action && <div className={styles.emptyAction}>{action}</div>}
    </div>
  )
}

/** Something is on its way. Appears only after a moment, so that quick answers do not flicker. */
export function Spinner({ label }: { label?: string }) {
  const { t } = useTranslation('ui')
  return (
    <span className={styles.spinnerBox} role="status" aria-label={label ?? t('loading')}>
      <span className={styles.spinner} aria-hidden />
    </span>
  )
}

/** A key as it stands on a keyboard. */
export function KeyCap({ children }: { children: ReactNode }) {
  return <kbd className={styles.key}>{children}</kbd>
}
