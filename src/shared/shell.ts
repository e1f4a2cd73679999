import type { ExportFormat } from './model.ts'

/** A file or folder that the person picked or dropped. The path stays in the shell; the window holds only this. */
export interface GrantedFile {
  handle: string
  name: string
}

/** What the Electron shell offers the window as `window.crossreadShell`. Absent in a browser tab. */
export interface ShellBridge {
  platform: 'darwin' | 'win32' | 'linux'
  /** `file` asks for one alone, such as a newer version of a source. */
  chooseImport(what: 'files' | 'folder' | 'file'): Promise<GrantedFile[]>
  /** Handles for the DOM `File`s of a drop. Throws for anything that no drop made. */
  grantDropped(files: readonly unknown[]): Promise<GrantedFile[]>
  chooseNotebook(what: 'open' | 'create'): Promise<GrantedFile | null>
  chooseExport(format: ExportFormat): Promise<GrantedFile | null>
  /** Where a source's original is to be saved, under `name` or another. Asks before it lets an existing file be chosen. */
  chooseOriginal(name: string): Promise<GrantedFile | null>
  /** Opens an http(s) address in the system's browser; anything else is refused. */
  openExternal(url: string): Promise<void>
  /** Shows a file the shell wrote for the window in the system's file manager. */
  revealExport(handle: string): Promise<void>
  /** Called with a command's id when its entry of the native menu is chosen. Returns how to stop listening. */
  onCommand(listener: (commandId: string) => void): () => void
  /** Tells the native menu which commands can run now, and what undo and redo would do. */
  updateMenu(state: MenuState): void
  /** Asks for a port to the engine; it arrives as a `crossread:engine-port` window message, again after a restart. */
  connectEngine(): void
}

export interface MenuState {
  disabled: string[]
  /** Titles that differ from the catalogue's, such as `Undo highlight`. */
  titles: Record<string, string>
}

/** The window message that carries an engine port: `{type: enginePortMessage}` with one transferred port. */
export const enginePortMessage = 'crossread:engine-port'
/** The window message that says the engine died: `{type: engineGoneMessage, restarting}`. */
export const engineGoneMessage = 'crossread:engine-gone'
