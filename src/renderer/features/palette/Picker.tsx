import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { classes } from '../../ui/index.ts'
import { useActiveItem } from '../../ui/useActiveItem.ts'
import styles from './Picker.module.css'

export interface PickerItem {
  id: string
  label: string
  /** Stands at the right. */
  detail?: ReactNode
  disabled?: boolean
}

interface PickerProps {
  label: string
  placeholder: string
  /** Shown where nothing fits. */
  empty: string
  text: string
  onText(text: string): void
  items: readonly PickerItem[]
  /** The items answer fewer letters than stand in the field: Enter waits for those that answer all of them. */
  isWaiting?: boolean
  onChoose(id: string): void
  onClose(): void
}

/** A field over a list: type to narrow it, arrows to move, Enter to choose, Escape to leave. */
export function Picker(props: PickerProps) {
  const { label, placeholder, empty, text, onText, items, isWaiting = false, onChoose, onClose } = props
  const choose = (index: number): void => {
    const item = items[index]
    if (item && !item.disabled) onChoose(item.id)
  }
  const active = useActiveItem(items.length, text, choose)
  const [wantsFirst, setWantsFirst] = useState(false)
  useEffect(() => {
    if (!wantsFirst || isWaiting) return
    setWantsFirst(false)
    choose(0)
  })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const waits = event.key === 'Enter' && isWaiting && !event.nativeEvent.isComposing
    setWantsFirst(waits)
    if (waits) event.preventDefault()
    else active.onKeyDown(event)
  }
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={label} className={styles.dialog ?? ''}>
          <input
            autoFocus
            className={styles.input}
            role="combobox"
            aria-label={label}
            aria-expanded
            aria-controls={active.listId}
            aria-activedescendant={items.length > 0 ? active.optionId(active.index) : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <div role="listbox" id={active.listId} aria-label={label} className={styles.list}>
            {items.map((item, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
              <div
                key={item.id}
                role="option"
                id={active.optionId(index)}
                aria-selected={index === active.index}
                aria-disabled={item.disabled}
                className={classes(styles.option, item.disabled && styles.disabled)}
                onClick={() => choose(index)}
                onMouseMove={() => index !== active.index && active.setIndex(index)}
              >
                <span className={styles.label}>{item.label}</span>
                {item.detail}
              </div>
            ))}
          </div>
          {items.length === 0 && <p className={styles.empty}>{empty}</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
