import { basename } from 'node:path'
import type { BrowserWindow } from 'electron'
import { app, Menu } from 'electron'
import { channels } from '#shared/channels.ts'
import type { MenuState } from '#shared/shell.ts'
import { menuTemplate } from './menu-template.ts'
import { notebookExtension } from './start-notebook.ts'
import { commandTitle, t } from './strings.ts'

export interface MenuHost {
  window: () => BrowserWindow | null
  recentNotebooks: () => readonly string[]
  openRecent: (path: string) => void
}

/** The native menu, made anew whenever the window says that titles or possibilities changed. */
export class AppMenu {
  readonly #host: MenuHost
  #state: MenuState = { disabled: [], titles: {} }
  #shown = ''

  constructor(host: MenuHost) {
    this.#host = host
  }

  /** Takes what the window says can run now. */
  update(state: MenuState): void {
    this.#state = state
    this.refresh()
  }

  /** Shows the menu as it should be, unless it is so already: a menu someone has open would close. */
  refresh(): void {
    const recent = this.#host.recentNotebooks()
    const wanted = JSON.stringify([this.#state, recent])
    if (wanted === this.#shown) return
    this.#shown = wanted
    Menu.setApplicationMenu(Menu.buildFromTemplate(this.#template(recent)))
  }

  #template(recent: readonly string[]) {
    return menuTemplate({
      platform: process.platform,
      development: !app.isPackaged,
      state: this.#state,
      title: commandTitle,
      recent: recent.map((path) => ({ label: basename(path, notebookExtension), path })),
      recentLabel: t('menu.openRecent'),
      windowLabel: t('menu.window'),
      onCommand: (commandId, byKey) => this.#run(commandId, byKey),
      onRecent: this.#host.openRecent,
    })
  }

  /**
   * macOS offers a key to the menu only after the window has left it alone, which it does with undo and redo
   * inside a text field: there they mean the text's own.
   */
  #run(commandId: string, byKey: boolean): void {
    const contents = this.#host.window()?.webContents
    if (byKey && commandId === 'history.undo') contents?.undo()
    else if (byKey && commandId === 'history.redo') contents?.redo()
    else contents?.send(channels.command, commandId)
  }
}
