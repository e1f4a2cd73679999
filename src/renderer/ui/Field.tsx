import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Button,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import styles from './Field.module.css'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> {
  label: string
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean
  placeholder?: string
  description?: string
  errorMessage?: string
  /** Shows at least this many lines instead of one, and grows with its text. */
  rows?: number
  inputRef?: Ref<HTMLInputElement>
  className?: string
}

/** A labelled text field of one line, or of several with `rows`. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, placeholder, description, errorMessage, rows, inputRef, className, ...rest } =
    props
  const named = hideLabel ? { 'aria-label': label } : {}
  const heard = rest.onKeyDown && { onKeyDown: passingOn(rest.onKeyDown) }
  return (
    <AriaTextField {...rest} {...named} {...heard} className={classes(styles.field, className)}>
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      {rows ? (
        <TextArea
          className={classes(styles.input, styles.area)}
          style={{ minHeight: `calc(${rows} * 1.5em + 10px)` }}
          placeholder={placeholder}
        />
      ) : (
        <Input className={styles.input ?? ''} ref={inputRef} placeholder={placeholder} />
      )}
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{errorMessage}</FieldError>
    </AriaTextField>
  )
}

/** A key that a field makes no use of goes on to what is around it: Escape to its dialog, say. */
function passingOn(onKeyDown: NonNullable<TextFieldProps['onKeyDown']>): TextFieldProps['onKeyDown'] {
  return (event) => {
    onKeyDown(event)
    if (!event.isDefaultPrevented()) event.continuePropagation()
  }
}

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'children' | 'style'> {
  /** For screen readers; the placeholder shows it where none is given. */
  label: string
  placeholder?: string
  inputRef?: Ref<HTMLInputElement>
  className?: string
}

/** A field that filters or searches, with a button that empties it. */
export function SearchField({ label, placeholder, inputRef, className, ...rest }: SearchFieldProps) {
  const { t } = useTranslation('ui')
  return (
    <AriaSearchField {...rest} aria-label={label} className={classes(styles.field, styles.search, className)}>
      <Search size={14} className={styles.glass} aria-hidden />
      <Input className={styles.input ?? ''} ref={inputRef} placeholder={placeholder ?? label} />
      <Button className={styles.clear ?? ''} aria-label={t('clear')}>
        <X size={13} aria-hidden />
      </Button>
    </AriaSearchField>
  )
}
