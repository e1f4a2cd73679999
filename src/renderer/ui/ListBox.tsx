import {
  ListBox as AriaListBox,
  ListBoxItem as AriaListBoxItem,
  type ListBoxItemProps as AriaListBoxItemProps,
  type ListBoxProps as AriaListBoxProps,
} from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './ListBox.module.css'

export interface ListBoxProps<Item extends object>
  extends Omit<AriaListBoxProps<Item>, 'className' | 'style'> {
  className?: string
}

/**
 * A list that arrow keys move through, of `ListBoxItem`s. Escape lets go of several that are chosen; a list of which one is
 * chosen leaves it to what the list stands in, such as a dialog that closes.
 */
export function ListBox<Item extends object>({ className, ...rest }: ListBoxProps<Item>) {
  return (
    <AriaListBox
      escapeKeyBehavior={rest.selectionMode === 'multiple' ? 'clearSelection' : 'none'}
      {...rest}
      className={classes(styles.list, className)}
    />
  )
}

export interface ListBoxItemProps<Item extends object>
  extends Omit<AriaListBoxItemProps<Item>, 'className' | 'style'> {
  className?: string
}

export function ListBoxItem<Item extends object>({ className, ...rest }: ListBoxItemProps<Item>) {
  return <AriaListBoxItem {...rest} className={classes(styles.item, className)} />
}
