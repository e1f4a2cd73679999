import type { ReactNode } from 'react'
import {
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
  Dialog,
  DialogTrigger,
} from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Popover.module.css'

export interface PopoverProps extends Omit<AriaPopoverProps, 'className' | 'children' | 'style'> {
  /** For screen readers. */
  label: string
  className?: string
  children: ReactNode
}

/** A small panel beside what opened it. Use inside `PopoverTrigger`, or with `triggerRef` and `isOpen`. */
export function Popover({ label, className, children, ...rest }: PopoverProps) {
  return (
    <AriaPopover offset={6} {...rest} className={classes(styles.popover, className)}>
      <Dialog aria-label={label} className={styles.dialog ?? ''}>
        {children}
      </Dialog>
    </AriaPopover>
  )
}

/** Holds a button and the `Popover` that it opens. */
export const PopoverTrigger = DialogTrigger
