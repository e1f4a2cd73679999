import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall, useWrite } from '#renderer/engine/queries.ts'
import { Chip } from '#renderer/ui/index.ts'
import type { ObjectRef } from '#shared/model.ts'
import styles from './TagEditor.module.css'

/** An object's tags as chips, with a field that adds one on Enter or comma and offers the tags there are. */
export function TagEditor({ object, tags }: { object: ObjectRef; tags: string[] }) {
  const { t } = useTranslation('objects')
  const write = useWrite()
  const known = useCall('tags.list', {})
  const [text, setText] = useState('')
  const [typed, setTyped] = useState(false)
  const set = (names: string[]): void => void write('tags.set', { object, names })
  const add = (): void => {
    const name = text.trim()
    setText('')
    setTyped(false)
    if (name !== '' && !tags.includes(name)) set([...tags, name])
  }
  const listId = `tags-${object.id}`
  return (
    <div className={styles.tags}>
      {tags.map((tag) => (
        <Chip
          key={tag}
          onRemove={() => set(tags.filter((other) => other !== tag))}
          removeLabel={t('removeTag', { tag })}
        >
          {tag}
        </Chip>
      ))}
      <input
        className={styles.input}
        value={text}
        list={listId}
        placeholder={t('addTag')}
        aria-label={t('addTag')}
        data-undo={typed ? undefined : 'notebook'}
        onChange={({ target }) => {
          setText(target.value)
          setTyped(true)
        }}
        onBlur={add}
        onKeyDown={(event) => {
          if ((event.key !== 'Enter' && event.key !== ',') || event.nativeEvent.isComposing) return
          event.preventDefault()
          add()
        }}
      />
      <datalist id={listId}>
        {(known.data ?? [])
          .filter((tag) => !tags.includes(tag.name))
          .map((tag) => (
            <option key={tag.id} value={tag.name} />
          ))}
      </datalist>
    </div>
  )
}
