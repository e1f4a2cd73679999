import { isAbsolute } from 'node:path'
import type { BrowserWindow, WebContents } from 'electron'
import { shell } from 'electron'
import { channels } from '#shared/channels.ts'
import type { ExportFormat } from '#shared/model.ts'
import { exportFormats } from '#shared/model.ts'
import type { GrantedFile, MenuState } from '#shared/shell.ts'
import { chooseExportPath, chooseImports, chooseNotebookPath, chooseOriginalPath } from './choosers.ts'
import type { Grants } from './grants.ts'
import { externalAddress } from './own-page.ts'
import type { TrustedIpc } from './trusted-ipc.ts'

/** What the window's questions are answered from. */
export interface BridgeParts {
  ipc: TrustedIpc
  grants: Grants
  window: () => BrowserWindow | null
  notebook: () => { path: string; name: string }
  connect: (window: WebContents) => void
  updateMenu: (state: MenuState) => void
}

/** Answers everything the window may ask of the shell: the other end of `ShellBridge`. */
export function openBridge(parts: BridgeParts): void {
  answerDialogs(parts)
  const { ipc, grants } = parts
  ipc.answer(channels.grantDropped, (_sender, paths): Promise<GrantedFile[]> => {
    if (!isPathList(paths)) throw new Error('Dropped files come as absolute paths.')
    return Promise.all(paths.map((path) => grants.issue(path, 'import')))
  })
  ipc.answer(channels.openExternal, async (_sender, url) => {
    const address = typeof url === 'string' ? externalAddress(url) : null
    if (address === null) throw new Error('Only web addresses can be opened.')
    await shell.openExternal(address)
  })
  ipc.answer(channels.revealExport, (_sender, handle) => {
    const path = typeof handle === 'string' ? grants.pathOf(handle, 'export') : null
    if (path === null) throw new Error('Nothing was exported under this handle.')
    shell.showItemInFolder(path)
  })
  ipc.listen(channels.connectEngine, (sender) => parts.connect(sender))
  ipc.listen(channels.updateMenu, (_sender, state) => {
    if (isMenuState(state)) parts.updateMenu(state)
  })
}

function answerDialogs({ ipc, grants, window, notebook }: BridgeParts): void {
  ipc.answer(channels.chooseImport, async (_sender, what): Promise<GrantedFile[]> => {
    if (what !== 'files' && what !== 'folder' && what !== 'file')
      throw new Error('Files or a folder can be imported.')
    const paths = await chooseImports(window(), what)
    return Promise.all(paths.map((path) => grants.issue(path, 'import')))
  })
  ipc.answer(channels.chooseNotebook, async (_sender, what): Promise<GrantedFile | null> => {
    if (what !== 'open' && what !== 'create') throw new Error('A notebook can be opened or created.')
    const path = await chooseNotebookPath(window(), what)
    return path === null ? null : grants.issue(path, 'notebook')
  })
  ipc.answer(channels.chooseExport, async (_sender, format): Promise<GrantedFile | null> => {
    if (!isExportFormat(format)) throw new Error('There is no such export format.')
    const path = await chooseExportPath(window(), format, notebook())
    // The save dialog asks before it lets an existing file be chosen; the folder dialog does not.
    return path === null ? null : grants.issue(path, 'export', format !== 'markdown')
  })
  ipc.answer(channels.chooseOriginal, async (_sender, name): Promise<GrantedFile | null> => {
    if (typeof name !== 'string') throw new Error('A file is saved under a name.')
    const path = await chooseOriginalPath(window(), name, notebook())
    return path === null ? null : grants.issue(path, 'export', true)
  })
}

function isExportFormat(value: unknown): value is ExportFormat {
  return exportFormats.some((format) => format === value)
}

function isPathList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((path) => typeof path === 'string' && isAbsolute(path))
}

function isMenuState(value: unknown): value is MenuState {
  if (typeof value !== 'object' || value === null || !('disabled' in value) || !('titles' in value))
    return false
  const { disabled, titles } = value
  return (
    Array.isArray(disabled) &&
    disabled.every((id) => typeof id === 'string') &&
    typeof titles === 'object' &&
    titles !== null &&
    Object.values(titles).every((title) => typeof title === 'string')
  )
}
