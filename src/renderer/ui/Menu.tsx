import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  MenuTrigger as AriaMenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { showKey } from '../commands/keys.ts'
import { isMac } from '../commands/platform.ts'
import { classes } from './classes.ts'
import styles from './Menu.module.css'

/** Holds a button and the `Menu` that it opens. */
export const MenuTrigger = AriaMenuTrigger

export interface MenuProps {
  label: string
  onAction?(id: string): void
  children: ReactNode
}

/** A menu of `MenuItem`s and `MenuSeparator`s, opened by the button beside it in a `MenuTrigger`. */
export function Menu(props: MenuProps) {
  return (
    <Popover className={styles.popover ?? ''} offset={4}>
      <MenuList {...props} />
    </Popover>
  )
}

function MenuList({ label, onAction, children }: MenuProps) {
  return (
    <AriaMenu aria-label={label} className={styles.menu ?? ''} onAction={(key) => onAction?.(String(key))}>
      {children}
    </AriaMenu>
  )
}

export interface MenuItemProps extends Omit<AriaMenuItemProps, 'className' | 'children' | 'style'> {
  icon?: LucideIcon
  /** A key from the command table, such as `Mod+K`. */
  keys?: string | undefined
  danger?: boolean
  children: string
}

export function MenuItem({ icon: Icon, keys, danger, children, ...rest }: MenuItemProps) {
  return (
    <AriaMenuItem {...rest} textValue={children} className={classes(styles.item, danger && styles.danger)}>
      {Icon && <Icon size={14} className={styles.icon} aria-hidden />}
      <span className={styles.label}>{children}</span>
      {keys && <kbd className={styles.keys}>{showKey(keys, isMac)}</kbd>}
    </AriaMenuItem>
  )
}

export function MenuSeparator() {
  return <Separator className={styles.separator ?? ''} />
}

export interface ContextMenuProps extends MenuProps {
  /** Where it was asked for, in px of the viewport; null while it is closed. */
  at: { x: number; y: number } | null
  onClose(): void
}

/** The same menu at the pointer, for a right click or the context menu key. */
export function ContextMenu({ at, onClose, onAction, ...menu }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  const choose = (id: string): void => {
    onClose()
    // Once the menu has let go of the focus, which the action may want elsewhere.
    setTimeout(() => onAction?.(id), 0)
  }
  return (
    <>
      <span
        ref={anchor}
        className={styles.anchor}
        style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
        aria-hidden
      />
      <Popover
        key={at ? `${at.x},${at.y}` : 'closed'}
        className={styles.popover ?? ''}
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
        offset={0}
      >
        <MenuList {...menu} onAction={choose} />
      </Popover>
    </>
  )
}
