import { FolderPlus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { createCollection, removeFromCollection } from '#renderer/objects/collections.ts'
import { showScope, useScope } from '#renderer/state/scope.ts'
import { toggleSection, unfoldSection, useSections } from '#renderer/state/sections.ts'
import { useWindow } from '#renderer/state/window.ts'
import { IconButton } from '#renderer/ui/index.ts'
import { Section } from '#renderer/ui/Section.tsx'
import styles from './Collections.module.css'
import { CollectionTree } from './CollectionTree.tsx'
import { freeName, treeOf } from './tree.ts'
import { useTopDrop } from './useCollectionDrop.ts'

/** The collections of the notebook, one inside another. Choosing one narrows the list of sources to what is in it. */
export function Collections() {
  const { t } = useTranslation('collections')
  const { data: collections = [] } = useCall('collections.list', {})
  const nodes = useMemo(() => treeOf(collections), [collections])
  const [naming, setNaming] = useState<string | null>(null)
  const top = useTopDrop()
  const open = useSections((state) => state.collections)
  const create = async (parentId: string | null): Promise<void> => {
    unfoldSection('collections')
    const others = collections.filter((other) => other.parentId === parentId).map(({ name }) => name)
    const id = await createCollection(freeName(t('new'), others), [], parentId)
    if (id === undefined) return
    showScope({ kind: 'collection', id })
    setNaming(id)
  }
  useCommand('collections.new', () => {
    useWindow.getState().setPreferences({ sidebar: true })
    void create(null)
  })
  useRemoveCommand()
  return (
    <Section
      title={t('title')}
      open={open}
      onToggle={() => toggleSection('collections')}
      tools={
        <IconButton icon={FolderPlus} size="small" label={t('create')} onPress={() => void create(null)} />
      }
    >
      <div className={styles.top} data-drop={top.drop} {...top.handlers}>
        {nodes.length > 0 ? (
          <CollectionTree
            collections={collections}
            nodes={nodes}
            naming={naming}
            onName={setNaming}
            onCreate={(parentId) => void create(parentId)}
          />
        ) : (
          <p className={styles.none}>{t('none')}</p>
        )}
      </div>
    </Section>
  )
}

/** Takes what is selected, or open, out of the collection that is shown. */
function useRemoveCommand(): void {
  const { t } = useTranslation('collections')
  const { data: collections = [] } = useCall('collections.list', {})
  const { scope, chosen } = useScope()
  const sourceId = useWindow((state) => state.sourceId)
  const shown = scope.kind === 'collection' ? collections.find(({ id }) => id === scope.id) : undefined
  const meant = chosen.size > 1 ? [...chosen] : sourceId === null ? [] : [sourceId]
  const inside = meant.filter((id) => shown?.sourceIds.includes(id))
  useCommand('collections.remove', () => shown && void removeFromCollection(shown, inside), {
    enabled: inside.length > 0,
    ...(shown && { title: t('removeFrom', { name: shown.name }) }),
  })
}
