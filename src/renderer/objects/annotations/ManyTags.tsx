import { type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { Chip } from '#renderer/ui/index.ts'
import type { Annotation } from '#shared/model.ts'
import { tagsOf } from './filter.ts'
import styles from './ManyBar.module.css'
import { addTag, removeTag } from './many.ts'

/** So many chips are shown; further tags can be taken away after a narrower choice. */
const most = 6

/** The tags of the chosen annotations, each with how many have it, and a field that gives one to all of them. */
export function ManyTags(props: {
  chosen: readonly Annotation[]
  field: RefObject<HTMLInputElement | null>
}) {
  const { chosen, field } = props
  const { t } = useTranslation('objects')
  const { data: known } = useCall('tags.list', {})
  const [text, setText] = useState('')
  const listId = useId()
  const add = (): void => {
    const name = text.trim()
    setText('')
    if (name !== '') void addTag(chosen, name)
  }
  return (
    <span className={styles.tags}>
      {tagsOf(chosen)
        .slice(0, most)
        .map((tag) => (
          <Chip
            key={tag}
            onRemove={() => void removeTag(chosen, tag)}
            removeLabel={t('many.removeTag', { tag })}
          >
            {tag}
          </Chip>
        ))}
      <input
        ref={field}
        className={styles.field}
        value={text}
        list={listId}
        placeholder={t('addTag')}
        aria-label={t('many.addTag')}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
          if ((event.key !== 'Enter' && event.key !== ',') || event.nativeEvent.isComposing) return
          event.preventDefault()
          add()
        }}
      />
      <datalist id={listId}>
        {(known ?? []).map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </span>
  )
}
