import { join, resolve } from 'node:path'
import { app } from 'electron'

const mainFolder = import.meta.dirname

/** The built files of the other processes, as electron-vite lays them out beside this one. */
export const enginePath = join(mainFolder, 'engine.js')
export const preloadPath = join(mainFolder, '../preload/preload.cjs')
export const rendererFolder = resolve(mainFolder, '../renderer')
export const iconPath = resolve(mainFolder, '../../resources/icon.png')

/** Where notebooks live unless the person says otherwise: `Crossread` inside the documents folder. */
export function notebooksFolder(): string {
  return join(process.env.CROSSREAD_DOCUMENTS ?? app.getPath('documents'), 'Crossread')
}

/** The notebook of the first start. */
export function defaultNotebookPath(): string {
  return join(notebooksFolder(), 'My notebook.crossread')
}

/** The development server's address, where `electron-vite dev` started the app; never in a package. */
export const developmentServer = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null)

/** What the app was started with, without the program itself and, in development, the project's folder. */
export function commandLineArguments(): string[] {
  return process.argv.slice(app.isPackaged ? 1 : 2)
}

export function settingsPath(): string {
  return join(app.getPath('userData'), 'settings.json')
}

export function logFolder(): string {
  return join(app.getPath('userData'), 'logs')
}

/** Lets `--user-data-dir=FOLDER` move settings, logs and the window's storage. Must run before anything reads them. */
export function honourUserDataFolder(): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir')
  if (folder !== '') app.setPath('userData', resolve(folder))
}
