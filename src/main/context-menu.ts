import type { MenuItemConstructorOptions, WebContents } from 'electron'
import { Menu } from 'electron'

/** Cut, copy and paste on the right mouse button: where text can be edited, and copy where text is selected. */
export function offerContextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const copy: MenuItemConstructorOptions = { role: 'copy', enabled: editFlags.canCopy }
    if (isEditable) {
      const cut: MenuItemConstructorOptions = { role: 'cut', enabled: editFlags.canCut }
      const paste: MenuItemConstructorOptions = { role: 'paste', enabled: editFlags.canPaste }
      Menu.buildFromTemplate([cut, copy, paste, { type: 'separator' }, { role: 'selectAll' }]).popup()
    } else if (selectionText.trim() !== '') {
      Menu.buildFromTemplate([copy]).popup()
    }
  })
}
