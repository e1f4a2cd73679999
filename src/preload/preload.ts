import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { channels } from '#shared/channels.ts'
import type { ShellBridge } from '#shared/shell.ts'
import { engineGoneMessage, enginePortMessage } from '#shared/shell.ts'

/** The path of a dropped file. Throws for a `File` that a script made, which has none. */
function pathOf(file: unknown): string {
  const path = file instanceof File ? webUtils.getPathForFile(file) : ''
  if (path === '') throw new Error('Only files that were dropped on the window can be read.')
  return path
}

const bridge: ShellBridge = {
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
  chooseImport: (what) => ipcRenderer.invoke(channels.chooseImport, what),
  grantDropped: async (files) => ipcRenderer.invoke(channels.grantDropped, files.map(pathOf)),
  chooseNotebook: (what) => ipcRenderer.invoke(channels.chooseNotebook, what),
  chooseExport: (format) => ipcRenderer.invoke(channels.chooseExport, format),
  chooseOriginal: (name) => ipcRenderer.invoke(channels.chooseOriginal, name),
  openExternal: (url) => ipcRenderer.invoke(channels.openExternal, url),
  revealExport: (handle) => ipcRenderer.invoke(channels.revealExport, handle),
  onCommand: (listener) => {
    const heard = (_event: unknown, commandId: string) => listener(commandId)
    ipcRenderer.on(channels.command, heard)
    return () => {
      ipcRenderer.off(channels.command, heard)
    }
  },
  updateMenu: (state) => ipcRenderer.send(channels.updateMenu, state),
  connectEngine: () => ipcRenderer.send(channels.connectEngine),
}

contextBridge.exposeInMainWorld('crossreadShell', bridge)

// A port cannot pass through the bridge, only through a message to the page.
ipcRenderer.on(channels.enginePort, (event) => {
  window.postMessage({ type: enginePortMessage }, window.location.origin, event.ports)
})

ipcRenderer.on(channels.engineGone, (_event, restarting: boolean) => {
  window.postMessage({ type: engineGoneMessage, restarting }, window.location.origin)
})
