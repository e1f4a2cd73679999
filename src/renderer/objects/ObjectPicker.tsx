import { useState } from 'react'
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
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <div className={styles.picker}>
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
