import { setImmediate as nextTurn } from 'node:timers/promises'
import { CrossreadError, toWireError } from '#shared/errors.ts'

/** Where a command's results go: one JSON object a line, or calm text for people. */
export interface Output {
  readonly json: boolean
  /** Whether whoever was reading has stopped; nothing more needs to be found out for them. */
  readonly closed: boolean
  /** A result: `object` with `--json`, otherwise the lines that `text` makes. */
  result(object: object, text: () => string): void
  /** What only a person needs; silent with `--json`. */
  say(text: string): void
  /** A failure, on standard error. `extra` joins the object with `--json`. */
  fail(thrown: unknown, extra?: object): void
}

/** A way of calling the command line that cannot be meant; ends with exit code 2. */
export class UsageError extends Error {}

let closed = false
let lost: NodeJS.ErrnoException | null = null
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  closed = true
  // `crossread list … | head` closes the pipe early, which is no failure.
  if (error.code !== 'EPIPE') lost = error
})
// Where nothing can be said there is nobody to say it to.
process.stderr.on('error', () => {})

export function createOutput(json: boolean): Output {
  const print = (text: string) => {
    if (!closed) process.stdout.write(`${text}\n`)
  }
  return {
    json,
    get closed() {
      return closed
    },
    result(object, text) {
      print(json ? JSON.stringify(object) : text())
    },
    say(text) {
      if (!json) print(text)
    },
    fail(thrown, extra) {
      const error = errorOf(thrown)
      process.stderr.write(
        json ? `${JSON.stringify({ ...extra, error })}\n` : `crossread: ${error.message}\n`,
      )
    },
  }
}

/** Waits until everything printed has left the process. Throws `file_unreadable` where it could not be written. */
export async function flushed(): Promise<void> {
  await Promise.all(
    [process.stdout, process.stderr].map(
      (stream) => new Promise<void>((done) => (stream.writable ? stream.write('', () => done()) : done())),
    ),
  )
  // What went wrong with a write is told a turn later than the write ends.
  await nextTurn()
  if (lost === null) return
  const reason = lost.code === 'ENOSPC' ? 'the disk is full' : (lost.code ?? lost.message)
  lost = null
  throw new CrossreadError('file_unreadable', `The output cannot be written: ${reason}.`)
}

function errorOf(thrown: unknown): { code: string; message: string } {
  if (thrown instanceof UsageError) return { code: 'usage', message: thrown.message }
  if (thrown instanceof CrossreadError) return thrown.toWire()
  // Somebody at a terminal can do more with the reason than with a reference to a log.
  return { ...toWireError(thrown), message: thrown instanceof Error ? thrown.message : String(thrown) }
}
