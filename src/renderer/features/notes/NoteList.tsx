import { Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Chip, ListBox, ListBoxItem } from '#renderer/ui/index.ts'
import type { NoteSummary } from '#shared/model.ts'
import styles from './NotesView.module.css'

interface NoteListProps {
  notes: readonly NoteSummary[]
  openId: string | null
  onOpen: (id: string) => void
}

/** Every note, the one changed last first. */
export function NoteList({ notes, openId, onOpen }: NoteListProps) {
  const { t, i18n } = useTranslation('notes')
  const inOrder = [...notes].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  return (
    <ListBox
      className={styles.list ?? ''}
      aria-label={t('list')}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={openId ? [openId] : []}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys
        if (id !== undefined && id !== openId) onOpen(String(id))
      }}
    >
      {inOrder.map(({ id, title, excerpt, tags, updatedAt }) => (
        <ListBoxItem key={id} id={id} textValue={title} className={styles.item ?? ''}>
          <Text slot="label" className={styles.itemTitle ?? ''} dir="auto">
            {title}
          </Text>
          <Text slot="description" className={styles.excerpt ?? ''} dir="auto">
            {excerpt}
          </Text>
          <span className={styles.itemFoot}>
            <time dateTime={updatedAt}>{date.format(new Date(updatedAt))}</time>
            {tags.map((tag) => (
              <Chip key={tag}>{tag}</Chip>
            ))}
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  )
}
