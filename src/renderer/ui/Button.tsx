import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './Button.module.css'
import { classes } from './classes.ts'
import { Tooltip } from './Tooltip.tsx'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  variant?: 'primary' | 'plain' | 'quiet' | 'danger'
  size?: 'small' | 'medium'
  icon?: LucideIcon
  className?: string
  children: ReactNode
}

/** A button with words. One primary button a dialog at most. */
export function Button({
  variant = 'plain',
  size = 'medium',
  icon: Icon,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton {...rest} className={classes(styles.button, styles[variant], styles[size], className)}>
      {Icon && <Icon size={15} aria-hidden />}
      {children}
    </AriaButton>
  )
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  icon: LucideIcon
  /** What it does, for the tooltip and for screen readers. */
  label: string
  /** The key from the command table that does the same, such as `Mod+K`. */
  keys?: string | undefined
  size?: 'small' | 'medium'
  /** Shows the button as switched on. */
  pressed?: boolean
  className?: string
}

/** A button with an icon alone, which a tooltip names together with its key. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  size = 'medium',
  pressed,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={classes(styles.button, styles.quiet, styles.icon, styles[size], className)}
      >
        <Icon size={size === 'small' ? 14 : 16} aria-hidden />
      </AriaButton>
    </Tooltip>
  )
}
