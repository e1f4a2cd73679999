import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { WireError } from '#shared/errors.ts'
import type { NotebookInfo } from '#shared/model.ts'
import { openBridge } from './bridge.ts'
import { chooseNotebookPath } from './choosers.ts'
import { EngineProcess } from './engine-process.ts'
import { Grants } from './grants.ts'
import { describeError, type Log } from './log.ts'
import { AppMenu } from './menu.ts'
import { commandLineArguments, defaultNotebookPath } from './paths.ts'
import type { Settings } from './settings.ts'
import { notebookInArguments, notebookToStart } from './start-notebook.ts'
import { askAfterFailedOpening, askAfterPageDeath, askAfterRepeatedDeath } from './trouble.ts'
import { TrustedIpc } from './trusted-ipc.ts'
import { openWindow } from './window.ts'

export interface ShellParts {
  settings: Settings
  log: Log
  developmentServer: string | null
}

/** The running app: one window, one engine, one open notebook, and what happens between them. */
export class CrossreadShell {
  readonly #settings: Settings
  readonly #log: Log
  readonly #developmentServer: string | null
  readonly #grants = new Grants((grant) => this.#engine.grant(grant))
  readonly #engine: EngineProcess
  readonly #menu: AppMenu
  #window: BrowserWindow | null = null
  #notebook = { path: '', name: '' }
  /** A notebook the system asked for before the app was ready (a double click on macOS). */
  #asked: string | null = null
  #stopped = false

  constructor({ settings, log, developmentServer }: ShellParts) {
    this.#settings = settings
    this.#log = log
    this.#developmentServer = developmentServer
    this.#engine = new EngineProcess({
      opened: (info, path) => this.#showNotebook(info, path),
      failed: (error, path) => this.#run(this.#recover(error, path)),
      died: (restarting) => restarting || this.#run(this.#offerRestart()),
      output: (text) => log('engine', text),
      grants: () => this.#grants.all(),
    })
    this.#menu = new AppMenu({
      window: () => this.#window,
      // The first of them is the one that is open.
      recentNotebooks: () => settings.data.recentNotebooks.slice(1),
      openRecent: (path) => this.#run(this.#openNotebook(path)),
    })
  }

  /** Follows the app's own events. Called before it is ready, since the system may ask for a file by then. */
  followApp(): void {
    app.on('second-instance', (_event, args, folder) => {
      this.#reveal()
      const path = notebookInArguments(args.slice(1), folder)
      if (path !== null) this.#run(this.#openNotebook(path))
    })
    app.on('open-file', (event, path) => {
      event.preventDefault()
      if (app.isReady()) this.#run(this.#openNotebook(path))
      else this.#asked = path
    })
    app.on('activate', () => this.#window ?? this.#openWindow())
    app.on('window-all-closed', () => process.platform === 'darwin' || app.quit())
    // Only when every window has closed has the last of what was typed reached the engine.
    app.on('will-quit', (event) => {
      if (this.#stopped) return
      event.preventDefault()
      this.#run(this.#stop())
    })
  }

  /** Opens the window and the notebook. Called once, when the app is ready. */
  open(): void {
    this.#run(this.#startEngine(this.#firstNotebook()))
    openBridge({
      ipc: new TrustedIpc(this.#developmentServer, (what) => this.#log('main', what)),
      grants: this.#grants,
      window: () => this.#window,
      notebook: () => this.#notebook,
      connect: (window) => this.#engine.connect(window),
      updateMenu: (state) => this.#menu.update(state),
    })
    this.#menu.refresh()
    this.#openWindow()
  }

  #firstNotebook(): string {
    return notebookToStart({
      fromArguments: this.#asked ?? notebookInArguments(commandLineArguments(), process.cwd()),
      fromEnvironment: process.env.CROSSREAD_NOTEBOOK,
      last: this.#settings.data.recentNotebooks[0] ?? null,
      fallback: defaultNotebookPath(),
      exists: existsSync,
    })
  }

  #openWindow(): void {
    const window = openWindow(this.#settings, this.#developmentServer)
    this.#window = window
    window.setTitle(this.#notebook.name || app.name)
    window.on('closed', () => {
      this.#window = null
    })
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      this.#log('window', `the page's process is gone: ${reason}`)
      if (reason !== 'clean-exit') this.#run(this.#offerReload(window))
    })
    window.webContents.on('console-message', ({ level, message }) => {
      if (level === 'error') this.#log('window', message)
    })
  }

  async #startEngine(path: string): Promise<void> {
    mkdirSync(dirname(path), { recursive: true })
    await this.#engine.start(path)
  }

  /** Opens another notebook from outside the window: the engine starts on it, then the page starts afresh. */
  async #openNotebook(path: string): Promise<void> {
    this.#reveal()
    if (path === this.#notebook.path) return
    await this.#startEngine(path)
    this.#window?.webContents.reload()
  }

  #showNotebook(info: NotebookInfo, path: string): void {
    this.#notebook = { path, name: info.name }
    this.#window?.setTitle(info.name)
    this.#settings.remember(path)
    app.addRecentDocument(path)
    this.#menu.refresh()
  }

  async #recover(error: WireError, path: string): Promise<void> {
    this.#log('main', `${path} could not be opened: ${error.code}: ${error.message}`)
    const choice = await askAfterFailedOpening(this.#window, error, path)
    if (choice === 'quit') app.quit()
    else if (choice === 'again') await this.#startEngine(path)
    else {
      const chosen = await chooseNotebookPath(this.#window, choice)
      if (chosen === null) await this.#recover(error, path)
      else await this.#startEngine(chosen)
    }
  }

  async #offerRestart(): Promise<void> {
    if ((await askAfterRepeatedDeath(this.#window)) === 'quit') app.quit()
    else await this.#startEngine(this.#engine.notebookPath)
  }

  async #offerReload(window: BrowserWindow): Promise<void> {
    if ((await askAfterPageDeath(window)) === 'quit') app.quit()
    else window.webContents.reload()
  }

  #reveal(): void {
    if (this.#window?.isMinimized()) this.#window.restore()
    this.#window?.focus()
  }

  async #stop(): Promise<void> {
    await this.#engine.stop()
    this.#stopped = true
    app.quit()
  }

  /** Lets something run by itself, with its failure in the log. */
  #run(work: Promise<void>): void {
    work.catch((error: unknown) => this.#log('main', describeError(error)))
  }
}
