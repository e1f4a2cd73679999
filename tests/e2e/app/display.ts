import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { findVirtualDisplay } from '../../../scripts/find.mjs'

/** An X server of a worker's own, so that keyboard focus and the clipboard of one test are not another's. */
export interface Display {
  /** As in `DISPLAY`; null where the window stands on the machine's own display. */
  name: string | null
  close(): Promise<void>
}

export async function startDisplay(): Promise<Display> {
  const program = findVirtualDisplay()
  if (!program) return { name: null, close: async () => undefined }
  // It looks for a free number by itself, and writes it to the file it is told of.
  const args = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp']
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  return { name: `:${await numberOf(server)}`, close: () => stop(server) }
}

async function numberOf(server: ChildProcess): Promise<number> {
  for await (const line of server.stdio[3] as Readable) return Number.parseInt(String(line), 10)
  throw new Error('The X server ended before it said which display it is.')
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  await gone
}
