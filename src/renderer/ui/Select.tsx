import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import { classes } from './classes.ts'
import field from './Field.module.css'
import styles from './Select.module.css'

export interface SelectOption<Value extends string> {
  value: Value
  label: string
  /** Stands before the label, such as a colour's dot. */
  mark?: ReactNode
}

export interface SelectProps<Value extends string> {
  label: string
  hideLabel?: boolean
  value: Value | null
  options: readonly SelectOption<Value>[]
  onChange(value: Value): void
  placeholder?: string
  isDisabled?: boolean
  autoFocus?: boolean
  /** Without a frame, for toolbars and list heads. */
  quiet?: boolean
  className?: string
}

/** One choice of a few. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hideLabel, value, options, onChange, placeholder, quiet, className } = props
  const named = hideLabel ? { 'aria-label': label } : {}
  const choose = (key: unknown): void => {
    const chosen = options.find((option) => option.value === key)
    if (chosen) onChange(chosen.value)
  }
  return (
    <AriaSelect
      {...named}
      className={classes(field.field, className)}
      value={value}
      onChange={choose}
      isDisabled={props.isDisabled}
      autoFocus={props.autoFocus}
      placeholder={placeholder}
    >
      {!hideLabel && <Label className={field.label}>{label}</Label>}
      <Button className={classes(styles.button, quiet && styles.quiet)}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''}>
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={styles.option ?? ''}
            >
              {/* The label says it already. */}
              {option.mark && <span aria-hidden>{option.mark}</span>}
              <span className={styles.label}>{option.label}</span>
              <Check size={14} className={styles.check} aria-hidden />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
