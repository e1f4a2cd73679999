import { type ReactNode, useState } from 'react'
import { Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { linkable, offerLink } from '#renderer/objects/linkDrop.ts'
import { ObjectMenu, type ObjectMenuAt, rowHandlers } from '#renderer/objects/ObjectMenu.tsx'
import { useDropTarget } from '#renderer/objects/useDropTarget.ts'
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
  const [menu, setMenu] = useState<ObjectMenuAt | null>(null)
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  return (
    <>
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
            <Row id={id} title={title} onMenu={setMenu}>
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
            </Row>
          </ListBoxItem>
        ))}
      </ListBox>
      <ObjectMenu menu={menu} onClose={() => setMenu(null)} />
    </>
  )
}

interface RowProps {
  id: string
  title: string
  onMenu: (at: ObjectMenuAt) => void
  children: ReactNode
}

/** The inside of a row: it can be dragged, and takes what can be linked to the note. */
function Row({ id, title, onMenu, children }: RowProps) {
  const object = { kind: 'note', id } as const
  const { drop, handlers } = useDropTarget(linkable, (dragged, at) => offerLink(dragged, object, at))
  return (
    <div className={styles.row} data-drop={drop} {...handlers} {...rowHandlers(object, title, onMenu)}>
      {children}
    </div>
  )
}
