export { Button, type ButtonProps, IconButton, type IconButtonProps } from './Button.tsx'
export { classes } from './classes.ts'
export { Dialog, type DialogProps } from './Dialog.tsx'
export { SearchField, type SearchFieldProps, TextField, type TextFieldProps } from './Field.tsx'
export { Gradually, type GraduallyProps } from './Gradually.tsx'
export { ListBox, ListBoxItem, type ListBoxItemProps, type ListBoxProps } from './ListBox.tsx'
export {
  ContextMenu,
  type ContextMenuProps,
  Menu,
  MenuItem,
  type MenuItemProps,
  type MenuProps,
  MenuSeparator,
  MenuTrigger,
} from './Menu.tsx'
export { Popover, type PopoverProps, PopoverTrigger } from './Popover.tsx'
export { Select, type SelectOption, type SelectProps } from './Select.tsx'
export {
  Chip,
  type ChipProps,
  ColourDot,
  EmptyState,
  type EmptyStateProps,
  KeyCap,
  Spinner,
} from './small.tsx'
export { type TabItem, Tabs, type TabsProps } from './Tabs.tsx'
export { Tooltip, type TooltipProps } from './Tooltip.tsx'
export { type ToastAction, type ToastOptions, toast } from './toast.ts'
