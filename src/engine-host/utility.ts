import { join } from 'node:path'
import { type Engine, openEngine } from '#engine/engine.ts'
import type { EngineMessage, HostMessage } from '#shared/control.ts'
import { toWireError } from '#shared/errors.ts'
import { serveClient } from './rpc.ts'

/**
 * The engine in a utility process of Electron's. The shell says what to open and hands over a port for each window;
 * only Node and the shape of `process.parentPort` are used, so that the engine itself never sees Electron.
 */
interface TransferredPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  start(): void
  close(): void
}
interface ParentPort {
  postMessage(message: EngineMessage): void
  on(event: 'message', listener: (event: { data: HostMessage; ports: TransferredPort[] }) => void): void
}

const parent = (process as unknown as { parentPort: ParentPort }).parentPort
let engine: Engine | null = null

parent.on('message', ({ data, ports }) => {
  switch (data.type) {
    case 'start':
      void start(data)
      break
    case 'client':
      for (const port of ports) serve(port)
      break
    case 'grant':
      engine?.grant(data)
      parent.postMessage({ type: 'granted', handle: data.handle })
      break
    case 'stop':
      void stop()
      break
  }
})

async function start({ notebookPath, sampleFolder }: Extract<HostMessage, { type: 'start' }>): Promise<void> {
  try {
    const opened = openEngine({
      notebookPath,
      sampleFolder,
      backupFolder: join(sampleFolder, 'Backups'),
      create: true,
      log: (line) => console.error(line),
    })
    engine = opened
    opened.on('notebook', ({ info }) =>
      parent.postMessage({ type: 'notebook', info, path: opened.notebookPath }),
    )
    parent.postMessage({ type: 'ready', info: await opened.call('notebook.info', {}) })
  } catch (error) {
    console.error(error)
    parent.postMessage({ type: 'failed', error: toWireError(error) })
  }
}

function serve(port: TransferredPort): void {
  if (engine === null) return
  const stopServing = serveClient(engine, {
    post: (message) => port.postMessage(message),
    listen: (listener) => port.on('message', ({ data }) => listener(data)),
    end: () => port.close(),
  })
  port.on('close', stopServing)
  port.start()
}

async function stop(): Promise<void> {
  await engine?.close()
  parent.postMessage({ type: 'stopped' })
  process.exit(0)
}
