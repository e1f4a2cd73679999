import { useEffect, useRef, useState } from 'react'
import { Collection as AriaCollection, type Key, Tree } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { write } from '#renderer/engine/queries.ts'
import { deleteCollection } from '#renderer/objects/collections.ts'
import { showAllSources, showScope, useScope } from '#renderer/state/scope.ts'
import { unfoldSection } from '#renderer/state/sections.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Collection } from '#shared/model.ts'
import { CollectionMenu, type MenuAt } from './CollectionMenu.tsx'
import { CollectionRow } from './CollectionRow.tsx'
import styles from './CollectionTree.module.css'
import type { CollectionNode } from './tree.ts'

interface CollectionTreeProps {
  collections: readonly Collection[]
  nodes: readonly CollectionNode[]
  /** The collection whose name is being written. */
  naming: string | null
  onName(id: string | null): void
  onCreate(parentId: string): void
}

/** The collections as a tree: arrows move and unfold, F2 renames, Del deletes, and a row takes what is dropped on it. */
export function CollectionTree({ collections, nodes, naming, onName, onCreate }: CollectionTreeProps) {
  const { t } = useTranslation('collections')
  const scope = useScope((state) => state.scope)
  const chosen = scope.kind === 'collection' ? collections.find(({ id }) => id === scope.id) : undefined
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const [focused, setFocused] = useState(false)
  const tree = useRef<HTMLDivElement>(null)
  useCommand('rename', () => chosen && onName(chosen.id), { enabled: focused && chosen !== undefined })
  useFocusCommand(tree)
  const remove = (collection: Collection): void => {
    void deleteCollection(collection)
    if (collection.id === chosen?.id) showAllSources()
  }
  const create = (parentId: string): void => {
    setFolded(new Set([...folded].filter((id) => id !== parentId)))
    onCreate(parentId)
  }
  const choose = (keys: 'all' | Set<Key>): void => {
    const [id] = keys === 'all' ? [] : keys
    if (id !== undefined) showScope({ kind: 'collection', id: String(id) })
  }
  const expanded = collections.map(({ id }) => id).filter((id) => !folded.has(id))
  const row = (node: CollectionNode) => (
    <CollectionRow
      key={node.collection.id}
      node={node}
      naming={naming === node.collection.id}
      onName={onName}
      onMenu={setMenu}
    >
      <AriaCollection items={node.children} dependencies={[naming]}>
        {row}
      </AriaCollection>
    </CollectionRow>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears keys that no row makes use of
    <div
      ref={tree}
      onFocus={() => setFocused(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setFocused(false)}
      onKeyDown={(event) => {
        if (!chosen || event.defaultPrevented) return
        const asksForMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
        if (asksForMenu) {
          const box = (event.target as HTMLElement).getBoundingClientRect()
          setMenu({ x: box.left + 24, y: box.bottom, collection: chosen })
        } else if (event.key === 'Delete') remove(chosen)
        else return
        event.preventDefault()
      }}
    >
      <Tree
        aria-label={t('title')}
        className={styles.tree ?? ''}
        items={nodes}
        dependencies={[naming]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen ? [chosen.id] : []}
        onSelectionChange={choose}
        expandedKeys={expanded}
        onExpandedChange={(keys) => {
          const open = new Set([...keys].map(String))
          setFolded(new Set(collections.map(({ id }) => id).filter((id) => !open.has(id))))
        }}
      >
        {row}
      </Tree>
      <CollectionMenu
        menu={menu}
        onClose={() => setMenu(null)}
        onCreate={create}
        onRename={onName}
        onMoveOut={({ id }) => void write('collections.update', { id, parentId: null })}
        onDelete={remove}
      />
    </div>
  )
}

/** Leads the keyboard into the tree, from wherever one is. */
function useFocusCommand(tree: { current: HTMLElement | null }): void {
  const [wanted, setWanted] = useState(false)
  const sidebar = useWindow((state) => state.sidebar)
  useCommand('collections.show', () => {
    useWindow.getState().setPreferences({ sidebar: true })
    unfoldSection('collections')
    setWanted(true)
  })
  useEffect(() => {
    if (!wanted || !sidebar) return
    setWanted(false)
    const rows = tree.current?.querySelectorAll<HTMLElement>('[role="row"]') ?? []
    const [first] = rows
    const selected = [...rows].find((row) => row.ariaSelected === 'true')
    ;(selected ?? first)?.focus()
  }, [tree, wanted, sidebar])
}
