import { useTranslation } from 'react-i18next'
import type { ObjectRef } from '#shared/model.ts'
import { keysOf } from '../../commands/registry.ts'
import { useWindow } from '../../state/window.ts'
import { ContextMenu, MenuItem, MenuSeparator } from '../../ui/index.ts'
import { closeOthers } from './tabCommands.ts'

export interface MenuAt {
  x: number
  y: number
  object: ObjectRef
  own: boolean
}

/** What can be done with one tab. */
export function TabMenu({ menu, onClose }: { menu: MenuAt | null; onClose: () => void }) {
  const { t } = useTranslation('app')
  const { closeTab, openTab, openBeside } = useWindow.getState()
  const act = (action: string): void => {
    if (!menu) return
    if (action === 'close') closeTab(menu.object)
    if (action === 'others') closeOthers(menu.object)
    if (action === 'keep') openTab(menu.object, { own: true })
    if (action === 'beside') openBeside(menu.object)
  }
  return (
    <ContextMenu label={t('tabs.menu')} at={menu} onClose={onClose} onAction={act}>
      <MenuItem id="close" keys={keysOf('tab.close')[0]}>
        {t('tabs.closeThis')}
      </MenuItem>
      <MenuItem id="others">{t('tabs.closeOthers')}</MenuItem>
      <MenuSeparator />
      <MenuItem id="keep" isDisabled={menu?.own ?? false}>
        {t('tabs.keep')}
      </MenuItem>
      <MenuItem id="beside">{t('tabs.beside')}</MenuItem>
    </ContextMenu>
  )
}
