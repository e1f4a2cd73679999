import { type KeyboardEvent, useEffect, useRef } from 'react'
import styles from './InlineField.module.css'

export interface InlineFieldProps {
  label: string
  value: string
  /** Called once with the text, trimmed, where it is another than before and not empty. */
  onSave(text: string): void
  /** Called when it is over, saved or not. */
  onDone(): void
}

/** A name being written where it stands, in a row of a list. Enter and leaving it save, Escape leaves it as it was. */
export function InlineField({ label, value, onSave, onDone }: InlineFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const cancelled = useRef(false)
  // Whether the person did anything since it appeared: a list or a menu around it may still take the focus of itself.
  const inHand = useRef(false)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
    const take = (): void => {
      inHand.current = true
    }
    window.addEventListener('pointerdown', take, true)
    return () => window.removeEventListener('pointerdown', take, true)
  }, [])
  const save = (written: string): void => {
    const text = written.trim()
    if (!cancelled.current && text !== '' && text !== value) onSave(text)
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // The list around it would take the arrows for its own.
    event.stopPropagation()
    inHand.current = true
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') cancelled.current = true
    if (event.key !== 'Escape' && event.key !== 'Enter') return
    // The keyboard goes on where it was: in the list.
    event.currentTarget.closest<HTMLElement>('[role="row"][tabindex], [role="grid"][tabindex]')?.focus()
    event.currentTarget.blur()
  }
  return (
    <input
      ref={input}
      className={styles.field}
      aria-label={label}
      defaultValue={value}
      onBlur={(event) => {
        if (inHand.current) save(event.currentTarget.value)
        else requestAnimationFrame(() => input.current?.focus())
      }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  )
}
