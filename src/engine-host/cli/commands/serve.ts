import { spawn } from 'node:child_process'
import type { Command } from 'commander'
import type { Engine } from '#engine/engine.ts'
import type { RunningServer } from '#engine-host/server.ts'
import { wholeNumber } from '../options.ts'
import { rendererRoot } from '../places.ts'
import { type Invocation, onNotebook } from '../run.ts'

export function addServe(program: Command): void {
  const command = program
    .command('serve')
    .description('serve the window to a browser on this machine; makes the notebook where there is none')
    .option(
      '--port <n>',
      'the port to listen on; 4319 unless given, or any free one where that is taken',
      wholeNumber(1, 65_535),
    )
    .option('--no-open', 'do not open the browser')
  onNotebook(command, 'create', serve)
}

/** Serves until the process is told to stop. */
async function serve({ engine, out, options }: Invocation): Promise<void> {
  const server = await listen(engine, options.port)
  const stopped = untilStopped()
  out.result({ url: server.url }, () => `Crossread is at ${server.url}\nCtrl+C stops it.`)
  if (options.open !== false) openBrowser(server.url)
  await stopped
  await server.close()
}

/** A browser keeps theme and layout by address: the usual port makes it the same one each time. */
const usualPort = 4319

/** Listens on the port that was asked for and no other; unasked on the usual one, or on any where that is taken. */
async function listen(engine: Engine, port: number | undefined): Promise<RunningServer> {
  const { startServer } = await import('#engine-host/server.ts')
  const start = (at: number) => startServer(engine, { port: at, rendererRoot: rendererRoot() })
  if (port !== undefined) return start(port)
  return start(usualPort).catch((error: unknown) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!isTaken) throw error
    return start(0)
  })
}

/** Every signal after the first is heard too, and does nothing: on its own it would end the process before the engine. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

/** Opens the system's browser where there is a display. Failing to is no failure: the address has been printed. */
function openBrowser(url: string): void {
  const command = browserCommand(url)
  if (command === null) return
  const [program, ...args] = command
  spawn(program, args, { detached: true, stdio: 'ignore' })
    .on('error', () => {})
    .unref()
}

function browserCommand(url: string): [string, ...string[]] | null {
  if (process.platform === 'darwin') return ['open', url]
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '""', url]
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  return hasDisplay ? ['xdg-open', url] : null
}
