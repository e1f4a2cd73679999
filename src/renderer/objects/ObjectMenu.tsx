import type { DragEvent, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { showHistoryOf } from '#renderer/state/historyOf.ts'
import { useWindow } from '#renderer/state/window.ts'
import { ContextMenu, MenuItem, MenuSeparator } from '#renderer/ui/index.ts'
import type { ObjectRef } from '#shared/model.ts'
import { carry } from './drag.ts'

/** Where a menu was asked for, in px of the viewport, and for which object. */
export interface ObjectMenuAt {
  x: number
  y: number
  object: ObjectRef
}

/** Ways to open an object that stands in a list, in a tab of its own or beside what one reads, and its history. */
export function ObjectMenu({ menu, onClose }: { menu: ObjectMenuAt | null; onClose: () => void }) {
  const { t } = useTranslation('objects')
  const { openTab, openBeside } = useWindow.getState()
  const act = (action: string): void => {
    if (!menu) return
    if (action === 'tab') openTab(menu.object, { own: true })
    if (action === 'beside') openBeside(menu.object)
    if (action === 'history') showHistoryOf(menu.object)
  }
  return (
    <ContextMenu label={t('openMenu')} at={menu} onClose={onClose} onAction={act}>
      <MenuItem id="tab">{t('openInTab')}</MenuItem>
      <MenuItem id="beside">{t('openBeside')}</MenuItem>
      <MenuSeparator />
      <MenuItem id="history">{t('history')}</MenuItem>
    </ContextMenu>
  )
}

/** Lets a row be dragged, and be asked for its menu by the pointer or the menu key. Spread over the row's element. */
export function rowHandlers(object: ObjectRef, words: string, onMenu: (at: ObjectMenuAt) => void) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => carry(event.dataTransfer, object, words),
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault()
      const box = event.currentTarget.getBoundingClientRect()
      const byKey = event.clientX === 0 && event.clientY === 0
      onMenu({ x: byKey ? box.left : event.clientX, y: byKey ? box.bottom : event.clientY, object })
    },
  }
}
