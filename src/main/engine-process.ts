import type { MessagePortMain, UtilityProcess, WebContents } from 'electron'
import { MessageChannelMain, utilityProcess } from 'electron'
import { channels } from '#shared/channels.ts'
import type { EngineMessage, HostMessage } from '#shared/control.ts'
import type { WireError } from '#shared/errors.ts'
import type { NotebookInfo } from '#shared/model.ts'
import type { Grant } from './grants.ts'
import { enginePath, notebooksFolder } from './paths.ts'
import { mayRestart } from './restarts.ts'

/** How long the engine may take to close the notebook when the app ends. */
const stopPatienceMs = 5_000

/** Who hears what becomes of the engine. */
export interface EngineWatcher {
  /** A notebook stands open: the one it was started with, or another that the window asked for. */
  opened(info: NotebookInfo, path: string): void
  /** The notebook could not be opened. The engine is gone until `start` is called again. */
  failed(error: WireError, path: string): void
  /** The engine died. When `restarting` is false it stays down until `start` is called again. */
  died(restarting: boolean): void
  output(text: string): void
  /** Every grant an engine that starts must know of. */
  grants(): Grant[]
}

/** The engine's process as the shell sees it: started, connected to windows, restarted once, stopped. */
export class EngineProcess {
  readonly #watcher: EngineWatcher
  readonly #windows = new Set<WebContents>()
  #child: UtilityProcess | null = null
  #ready = false
  #path = ''
  #deaths: number[] = []
  /** Those who wait until the engine knows of a grant, by handle. */
  readonly #awaited = new Map<string, () => void>()

  constructor(watcher: EngineWatcher) {
    this.#watcher = watcher
  }

  /** The notebook the engine has open, or had when it died. */
  get notebookPath(): string {
    return this.#path
  }

  /** Starts an engine on a notebook, in place of the one running, if any. */
  async start(notebookPath: string): Promise<void> {
    await this.stop()
    this.#deaths = []
    this.#launch(notebookPath)
  }

  /** Asks the engine to close the notebook and end; ends it by force when that takes too long. */
  async stop(): Promise<void> {
    const child = this.#forget()
    if (child === null) return
    const gone = new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.on('message', (message: EngineMessage) => message.type === 'stopped' && resolve())
      setTimeout(resolve, stopPatienceMs)
    })
    post(child, { type: 'stop' })
    await gone
    child.kill()
  }

  /** Gives a window a port to the engine: now, or as soon as the engine is ready, and again after each restart. */
  connect(window: WebContents): void {
    if (!this.#windows.has(window)) {
      this.#windows.add(window)
      window.once('destroyed', () => this.#windows.delete(window))
    }
    if (this.#ready) this.#sendPort(window)
  }

  /** Tells the engine what a handle stands for. Resolves when it knows; one that is still starting hears it when ready. */
  async grant(grant: Grant): Promise<void> {
    const child = this.#child
    if (child === null || !this.#ready) return
    const known = new Promise<void>((resolve) => this.#awaited.set(grant.handle, resolve))
    post(child, { type: 'grant', ...grant })
    await known
  }

  #launch(notebookPath: string): void {
    const child = utilityProcess.fork(enginePath, [], { serviceName: 'Crossread engine', stdio: 'pipe' })
    this.#child = child
    this.#path = notebookPath
    child.on('message', (message: EngineMessage) => this.#child === child && this.#hear(message))
    child.on('exit', (code) => this.#child === child && this.#mourn(code))
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => this.#watcher.output(chunk.toString('utf8')))
    }
    post(child, { type: 'start', notebookPath, sampleFolder: notebooksFolder() })
  }

  #hear(message: EngineMessage): void {
    if (message.type === 'ready') {
      this.#ready = true
      for (const grant of this.#watcher.grants()) void this.grant(grant)
      this.#watcher.opened(message.info, this.#path)
      for (const window of this.#windows) this.#sendPort(window)
    } else if (message.type === 'granted') {
      this.#awaited.get(message.handle)?.()
      this.#awaited.delete(message.handle)
    } else if (message.type === 'notebook') {
      this.#path = message.path
      this.#watcher.opened(message.info, message.path)
    } else if (message.type === 'failed') {
      this.#forget()?.kill()
      this.#watcher.failed(message.error, this.#path)
    }
  }

  #mourn(code: number): void {
    this.#forget()
    this.#deaths.push(Date.now())
    const restarting = mayRestart(this.#deaths)
    this.#watcher.output(
      `the engine ended with code ${code}; ${restarting ? 'restarting' : 'not restarting'}`,
    )
    for (const window of this.#windows) window.send(channels.engineGone, restarting)
    if (restarting) this.#launch(this.#path)
    this.#watcher.died(restarting)
  }

  /** Lets go of the running engine, so that nothing it still says or does is heard. */
  #forget(): UtilityProcess | null {
    const child = this.#child
    this.#child = null
    this.#ready = false
    // Whoever waited for this engine will find the next one, which is told of every grant when it starts.
    for (const resolve of this.#awaited.values()) resolve()
    this.#awaited.clear()
    return child
  }

  #sendPort(window: WebContents): void {
    if (this.#child === null) return
    const { port1, port2 } = new MessageChannelMain()
    post(this.#child, { type: 'client' }, [port1])
    window.postMessage(channels.enginePort, null, [port2])
  }
}

function post(child: UtilityProcess, message: HostMessage, ports: MessagePortMain[] = []): void {
  child.postMessage(message, ports)
}
