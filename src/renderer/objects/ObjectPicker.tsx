import { type KeyboardEvent, useEffect, useState } from 'react'
import { Autocomplete, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { ListBox, ListBoxItem, SearchField } from '#renderer/ui/index.ts'
import type { ObjectKind, ObjectRef, Suggestion } from '#shared/model.ts'
import { KindIcon } from './KindIcon.tsx'
import styles from './ObjectPicker.module.css'

/**
 * Type to find an object of the given kinds; arrow keys and Enter, or a click, pick it. With nothing typed it offers
 * the newest. `exclude` is left out, such as the object that is being linked.
 */
export function ObjectPicker(props: {
  kinds: ObjectKind[]
  /** The kinds that are offered before anything is typed, where those are fewer. */
  offered?: ObjectKind[]
  label: string
  exclude?: ObjectRef
  autoFocus?: boolean
  onPick: (object: Suggestion) => void
}) {
  const { t } = useTranslation('objects')
  const [text, setText] = useState('')
  const kinds = text === '' ? (props.offered ?? props.kinds) : props.kinds
  const found = useCall('search.suggest', { text, kinds, limit: 30 }, { keepPrevious: true })
  const items = (found.data ?? []).filter((item) => item.id !== props.exclude?.id)
  const pick = (key: unknown): void => {
    const item = items.find((candidate) => candidate.id === key)
    if (item) props.onPick(item)
  }
  // Not while the same letters are asked for again because something changed: then the list is the answer.
  const isWaiting = found.isPlaceholderData || found.isPending
  const onKeyDown = usePickFirst(items[0], isWaiting, props.onPick)
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <div className={styles.picker} onKeyDownCapture={onKeyDown}>
        <SearchField label={props.label} autoFocus={props.autoFocus ?? false} />
        <ListBox
          className={styles.list ?? ''}
          aria-label={props.label}
          items={items}
          onAction={pick}
          renderEmptyState={() =>
            found.isSuccess ? <p className={styles.empty}>{t('nothingFound')}</p> : null
          }
        >
          {(item: Suggestion) => <SuggestionRow item={item} />}
        </ListBox>
      </div>
    </Autocomplete>
  )
}

/**
 * Enter right after the last letter means what those letters find, not what stood in the list before they were looked up:
 * it waits for the answer and takes the first. So it does where the list has marked none yet.
 */
function usePickFirst(
  first: Suggestion | undefined,
  isWaiting: boolean,
  onPick: (object: Suggestion) => void,
): (event: KeyboardEvent) => void {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    if (!wanted || isWaiting) return
    setWanted(false)
    if (first) onPick(first)
  }, [wanted, isWaiting, first, onPick])
  return (event) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return setWanted(false)
    if (!(event.target instanceof HTMLInputElement) || event.target.value === '') return
    if (event.target.hasAttribute('aria-activedescendant') && !isWaiting) return
    event.preventDefault()
    event.stopPropagation()
    setWanted(true)
  }
}

function SuggestionRow({ item }: { item: Suggestion }) {
  return (
    <ListBoxItem id={item.id} textValue={item.label} className={styles.row ?? ''}>
      <KindIcon kind={item.kind} />
      <span className={styles.words}>
        <Text slot="label" className={styles.label ?? ''}>
          {item.label}
        </Text>
        {item.detail !== '' && (
          <Text slot="description" className={styles.detail ?? ''}>
            {item.detail}
          </Text>
        )}
      </span>
    </ListBoxItem>
  )
}
