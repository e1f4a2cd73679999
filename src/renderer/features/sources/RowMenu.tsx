import { useTranslation } from 'react-i18next'
import type { SourceSummary } from '#shared/model.ts'
import { keysOf } from '../../commands/registry.ts'
import { useCall, useWrite } from '../../engine/queries.ts'
import { removeFromCollection } from '../../objects/collections.ts'
import { groupSources, ungroupSource } from '../../objects/origins.ts'
import { offerUndo } from '../../objects/undoToast.ts'
import { showOrigins } from '../../state/grouping.ts'
import { showHistoryOf } from '../../state/historyOf.ts'
import { readState, setProgress, useProgress } from '../../state/progress.ts'
import { askForCollection, sourcesMeant, useScope } from '../../state/scope.ts'
import { showSourceInfo } from '../../state/sidePanel.ts'
import { useWindow } from '../../state/window.ts'
import { ContextMenu, MenuItem, MenuSeparator } from '../../ui/index.ts'

/** Where a menu was asked for, in px of the viewport, and for which source. */
export interface MenuAt {
  x: number
  y: number
  source: SourceSummary
}

interface RowMenuProps {
  menu: MenuAt | null
  onClose(): void
  onRename(id: string): void
}

/** What can be done with one source. Of collections, with all that are selected if it is one of them. */
export function RowMenu({ menu, onClose, onRename }: RowMenuProps) {
  const { t } = useTranslation('sources')
  const { openSource, openBeside, forgetSource } = useWindow.getState()
  const write = useWrite()
  const { data: collections = [] } = useCall('collections.list', {})
  const scope = useScope((state) => state.scope)
  const shown = scope.kind === 'collection' ? collections.find(({ id }) => id === scope.id) : undefined
  const remove = async ({ id, title }: SourceSummary): Promise<void> => {
    const done = await write('sources.delete', { id })
    if (!done) return
    forgetSource(id)
    await offerUndo(t('deleted', { title }))
  }
  const source = menu?.source
  const read = useProgress(({ of }) => source !== undefined && readState(of[source.id]) === 'read')
  const act = (action: string): void => {
    if (!source) return
    if (action === 'open') openSource(source.id)
    if (action === 'tab') openSource(source.id, undefined, { own: true })
    if (action === 'read') setProgress(source.id, read ? 0 : 1)
    if (action === 'beside') openBeside({ kind: 'source', id: source.id })
    if (action === 'details') {
      openSource(source.id)
      showSourceInfo()
    }
    if (action === 'collect') askForCollection(sourcesMeant(source.id))
    if (action === 'group') groupWithOthers(sourcesMeant(source.id))
    if (action === 'ungroup') void ungroupSource(source.id)
    if (action === 'uncollect' && shown) void removeFromCollection(shown, sourcesMeant(source.id))
    if (action === 'history') showHistoryOf({ kind: 'source', id: source.id })
    if (action === 'rename') onRename(source.id)
    if (action === 'delete') void remove(source)
  }
  const inside = source !== undefined && (shown?.sourceIds.includes(source.id) ?? false)
  return (
    <ContextMenu label={t('rowMenu')} at={menu} onClose={onClose} onAction={act}>
      <MenuItem id="open">{t('open')}</MenuItem>
      <MenuItem id="tab">{t('openInTab')}</MenuItem>
      <MenuItem id="beside">{t('openBeside')}</MenuItem>
      <MenuSeparator />
      <MenuItem id="collect">{t('collect')}</MenuItem>
      {inside ? <MenuItem id="uncollect">{t('uncollect', { name: shown?.name })}</MenuItem> : null}
      <MenuItem id="group">{t('groupWith')}</MenuItem>
      {source !== undefined && source.originSize > 1 ? (
        <MenuItem id="ungroup">{t('ungroup', { count: source.originSize })}</MenuItem>
      ) : null}
      <MenuSeparator />
      <MenuItem id="details" keys={keysOf('sources.details')[0]}>
        {t('details')}
      </MenuItem>
      <MenuItem id="read">{t(read ? 'markUnread' : 'markRead')}</MenuItem>
      <MenuItem id="history">{t('history')}</MenuItem>
      <MenuItem id="rename" keys="F2">
        {t('rename')}
      </MenuItem>
      <MenuItem id="delete" danger>
        {t('delete')}
      </MenuItem>
    </ContextMenu>
  )
}

/** Several that are selected become one origin at once; for one alone the others are asked for. */
function groupWithOthers(sourceIds: readonly string[]): void {
  if (sourceIds.length > 1) void groupSources([...sourceIds])
  else showOrigins(sourceIds)
}
