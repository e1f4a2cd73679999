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

export function createOutput(json: boolean): Output {
  let closed = false
  // `crossread list … | head` closes the pipe early, which is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    closed = true
  })
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

/** Waits until everything printed has left the process. */
export async function flushed(): Promise<void> {
  await Promise.all(
    [process.stdout, process.stderr].map(
      (stream) => new Promise<void>((done) => (stream.writable ? stream.write('', () => done()) : done())),
    ),
  )
}

function errorOf(thrown: unknown): { code: string; message: string } {
  if (thrown instanceof UsageError) return { code: 'usage', message: thrown.message }
  if (thrown instanceof CrossreadError) return thrown.toWire()
  // Somebody at a terminal can do more with the reason than with a reference to a log.
  return { ...toWireError(thrown), message: thrown instanceof Error ? thrown.message : String(thrown) }
}
