import { History, Merge, MoreHorizontal, Split, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '#renderer/commands/registry.ts'
import { showHistoryOf } from '#renderer/state/historyOf.ts'
import { useWindow } from '#renderer/state/window.ts'
import { IconButton, Menu, MenuItem, MenuSeparator, MenuTrigger } from '#renderer/ui/index.ts'
import type { Claim } from '#shared/model.ts'

/** What can be done with a whole claim, which is the selected one from then on. */
export function ClaimMenu({ claim, onDelete }: { claim: Claim; onDelete: () => void }) {
  const { t } = useTranslation('claims')
  const act = (id: string): void => {
    useWindow.getState().select({ kind: 'claim', id: claim.id })
    if (id === 'delete') onDelete()
    else if (id === 'history') showHistoryOf({ kind: 'claim', id: claim.id })
    // Once the menu has let go of the focus, which a dialog wants.
    else if (id === 'merge') setTimeout(() => runCommand('claims.merge'), 0)
    else if (id === 'split') setTimeout(() => runCommand('claims.split'), 0)
  }
  return (
    <MenuTrigger>
      <IconButton icon={MoreHorizontal} size="small" label={t('claimMenu')} />
      <Menu label={t('claimMenu')} onAction={act}>
        <MenuItem id="merge" icon={Merge}>
          {t('merge')}
        </MenuItem>
        <MenuItem id="split" icon={Split}>
          {t('split')}
        </MenuItem>
        <MenuItem id="history" icon={History}>
          {t('history')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem id="delete" icon={Trash2} danger>
          {t('delete')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
