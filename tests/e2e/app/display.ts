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
  // Two servers that look for a free number at the same moment can both take the same one: each gets its own to begin with.
  const first = 1_000 + (process.pid % 50_000)
  for (let number = first; number < first + 10; number++) {
    // It writes the number to the file it is told of once windows can be opened.
    const args = [`:${number}`, '-displayfd', '3', '-noreset', '-screen', '0', '1440x900x24']
    const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    if (await answers(server)) return { name: `:${number}`, close: () => stop(server) }
  }
  throw new Error(`No X server could be started as one of ten displays from :${first}.`)
}

/** Whether the server came up; it ends by itself where its number is taken. */
async function answers(server: ChildProcess): Promise<boolean> {
  let said = ''
  // To the end: a server that writes to a pipe that nobody reads any more dies of it.
  for await (const part of server.stdio[3] as Readable) said += part
  return said !== ''
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  await gone
}
