import { useTranslation } from 'react-i18next'
import { ContextMenu, MenuItem, MenuSeparator } from '#renderer/ui/index.ts'
import type { Collection } from '#shared/model.ts'

/** Where a menu was asked for, in px of the viewport, and for which collection. */
export interface MenuAt {
  x: number
  y: number
  collection: Collection
}

interface CollectionMenuProps {
  menu: MenuAt | null
  onClose(): void
  onCreate(parentId: string): void
  onRename(id: string): void
  onMoveOut(collection: Collection): void
  onDelete(collection: Collection): void
}

/** What can be done with a collection. */
export function CollectionMenu(props: CollectionMenuProps) {
  const { menu, onClose, onCreate, onRename, onMoveOut, onDelete } = props
  const { t } = useTranslation('collections')
  const collection = menu?.collection
  const act = (action: string): void => {
    if (!collection) return
    if (action === 'create') onCreate(collection.id)
    if (action === 'rename') onRename(collection.id)
    if (action === 'out') onMoveOut(collection)
    if (action === 'delete') onDelete(collection)
  }
  return (
    <ContextMenu label={t('menu', { name: collection?.name })} at={menu} onClose={onClose} onAction={act}>
      <MenuItem id="create">{t('createInside')}</MenuItem>
      <MenuSeparator />
      <MenuItem id="rename" keys="F2">
        {t('rename')}
      </MenuItem>
      {collection?.parentId ? <MenuItem id="out">{t('moveOut')}</MenuItem> : null}
      <MenuItem id="delete" danger keys="Delete">
        {t('delete')}
      </MenuItem>
    </ContextMenu>
  )
}
