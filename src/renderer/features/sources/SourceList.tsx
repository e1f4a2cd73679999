import { useState } from 'react'
import { GridList, ListLayout, Virtualizer } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SourceSummary } from '#shared/model.ts'
import { keysOf, useCommand } from '../../commands/registry.ts'
import { useWrite } from '../../engine/queries.ts'
import { offerUndo } from '../../objects/undoToast.ts'
import { showSourceInfo } from '../../state/sidePanel.ts'
import { useWindow } from '../../state/window.ts'
import { ContextMenu, MenuItem, MenuSeparator } from '../../ui/index.ts'
import styles from './SourceList.module.css'
import { SourceRow } from './SourceRow.tsx'

interface MenuAt {
  x: number
  y: number
  source: SourceSummary
}

interface SourceListProps {
  sources: readonly SourceSummary[]
  /** The sources that are selected, where they are several; a single one is the one that stands open. */
  chosen: ReadonlySet<string>
  onChoose(ids: ReadonlySet<string>): void
}

/** The rows. Only those in sight are drawn. */
export function SourceList({ sources, chosen, onChoose }: SourceListProps) {
  const { t } = useTranslation('sources')
  const { sourceId, openSource, view } = useWindow()
  // In another view no source stands open, so that each of them can be chosen to be read.
  const shown = view === 'read' ? sourceId : null
  const [renaming, setRenaming] = useState<string | null>(null)
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const select = (keys: 'all' | Set<string | number>): void => {
    const ids = new Set(keys === 'all' ? sources.map(({ id }) => id) : [...keys].map(String))
    const [only] = ids
    onChoose(ids.size > 1 ? ids : new Set())
    if (ids.size === 1 && only !== undefined && (only !== shown || chosen.size > 1)) openSource(only)
  }
  useCommand('rename', () => setRenaming(sourceId), {
    enabled: sources.some(({ id }) => id === sourceId),
  })
  return (
    <>
      <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 58, padding: 4 }}>
        <GridList
          aria-label={t('title')}
          className={styles.list ?? ''}
          items={sources}
          dependencies={[renaming]}
          selectionMode="multiple"
          selectionBehavior="replace"
          disallowTypeAhead
          selectedKeys={chosen.size > 1 ? chosen : shown ? [shown] : []}
          onSelectionChange={select}
        >
          {(source) => (
            <SourceRow
              source={source}
              renaming={renaming === source.id}
              onRename={(on) => setRenaming(on ? source.id : null)}
              onMenu={(x, y) => setMenu({ x, y, source })}
            />
          )}
        </GridList>
      </Virtualizer>
      <RowMenu menu={menu} onClose={() => setMenu(null)} onRename={setRenaming} />
    </>
  )
}

interface RowMenuProps {
  menu: MenuAt | null
  onClose(): void
  onRename(id: string): void
}

function RowMenu({ menu, onClose, onRename }: RowMenuProps) {
  const { t } = useTranslation('sources')
  const { openSource, openBeside, forgetSource } = useWindow()
  const write = useWrite()
  const remove = async ({ id, title }: SourceSummary): Promise<void> => {
    const done = await write('sources.delete', { id })
    if (!done) return
    forgetSource(id)
    await offerUndo(t('deleted', { title }))
  }
  const source = menu?.source
  const act = (action: string): void => {
    if (!source) return
    if (action === 'open') openSource(source.id)
    if (action === 'beside') openBeside({ kind: 'source', id: source.id })
    if (action === 'details') {
      openSource(source.id)
      showSourceInfo()
    }
    if (action === 'rename') onRename(source.id)
    if (action === 'delete') void remove(source)
  }
  return (
    <ContextMenu label={t('rowMenu')} at={menu} onClose={onClose} onAction={act}>
      <MenuItem id="open">{t('open')}</MenuItem>
      <MenuItem id="beside">{t('openBeside')}</MenuItem>
      <MenuSeparator />
      <MenuItem id="details" keys={keysOf('sources.details')[0]}>
        {t('details')}
      </MenuItem>
      <MenuItem id="rename" keys="F2">
        {t('rename')}
      </MenuItem>
      <MenuItem id="delete" danger>
        {t('delete')}
      </MenuItem>
    </ContextMenu>
  )
}
