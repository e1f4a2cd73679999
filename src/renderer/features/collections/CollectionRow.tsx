import { ChevronRight, Ellipsis, Folder } from 'lucide-react'
import type { DragEvent, MouseEvent, ReactNode } from 'react'
import { Button, TreeItem, TreeItemContent } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { write } from '#renderer/engine/queries.ts'
import { InlineField } from '#renderer/ui/InlineField.tsx'
import { IconButton } from '#renderer/ui/index.ts'
import type { MenuAt } from './CollectionMenu.tsx'
import styles from './CollectionTree.module.css'
import type { CollectionNode } from './tree.ts'
import { carryCollection, useCollectionDrop } from './useCollectionDrop.ts'

interface CollectionRowProps {
  node: CollectionNode
  naming: boolean
  onName(id: string | null): void
  onMenu(menu: MenuAt): void
  /** The rows of the collections inside it. */
  children: ReactNode
}

/** One collection in the tree, with how many sources are in it and in those inside it. */
export function CollectionRow({ node, naming, onName, onMenu, children }: CollectionRowProps) {
  const { t } = useTranslation('collections')
  const { id, name } = node.collection
  return (
    <TreeItem id={id} textValue={name} className={styles.item ?? ''}>
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <Line node={node} level={level} onName={onName} onMenu={onMenu}>
            {hasChildItems ? (
              <Button slot="chevron" className={styles.chevron ?? ''} aria-label={t('fold')}>
                <ChevronRight size={13} aria-hidden />
              </Button>
            ) : (
              <span className={styles.chevron} />
            )}
            <Folder size={14} className={styles.icon} aria-hidden />
            {naming ? (
              <InlineField
                label={t('name')}
                value={name}
                onSave={(text) => void write('collections.update', { id, name: text })}
                onDone={() => onName(null)}
              />
            ) : (
              <span className={styles.name} dir="auto">
                {name}
              </span>
            )}
          </Line>
        )}
      </TreeItemContent>
      {children}
    </TreeItem>
  )
}

interface LineProps {
  node: CollectionNode
  level: number
  onName(id: string): void
  onMenu(menu: MenuAt): void
  children: ReactNode
}

function Line({ node, level, onName, onMenu, children }: LineProps) {
  const { t } = useTranslation('collections')
  const { collection, sources } = node
  const { drop, handlers } = useCollectionDrop(collection)
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault()
    // The menu key of a keyboard gives no point.
    const box = event.currentTarget.getBoundingClientRect()
    const byKey = event.clientX === 0 && event.clientY === 0
    onMenu({
      x: byKey ? box.left + 24 : event.clientX,
      y: byKey ? box.bottom : event.clientY,
      collection,
    })
  }
  const onDragStart = (event: DragEvent): void => carryCollection(event.dataTransfer, collection.id)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the row around it is the control
    <div
      className={styles.line}
      style={{ paddingInlineStart: `calc(var(--space-4) * ${level - 1})` }}
      data-drop={drop}
      draggable
      onDragStart={onDragStart}
      onContextMenu={onContextMenu}
      onDoubleClick={() => onName(collection.id)}
      {...handlers}
    >
      {children}
      <span className={styles.count}>{sources}</span>
      <IconButton
        icon={Ellipsis}
        size="small"
        className={styles.more ?? ''}
        label={t('menu', { name: collection.name })}
        onPress={({ target }) => {
          const box = target.getBoundingClientRect()
          onMenu({ x: box.left, y: box.bottom, collection })
        }}
      />
    </div>
  )
}
