import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Beyond this many bytes the log starts anew and the old one is kept beside it. */
const rotationSize = 1_000_000

/** Something that happened, written for whoever has to find out why. */
export type Log = (source: 'main' | 'engine' | 'window', what: string) => void

/** A log in `folder/crossread.log`, with the one before as `crossread.1.log`. Failing to write it is never an error. */
export function openLog(folder: string, echo: (line: string) => void = () => {}): Log {
  const path = join(folder, 'crossread.log')
  attempt(() => mkdirSync(folder, { recursive: true }))
  return (source, what) => {
    for (const text of what.split('\n').filter((part) => part.trim() !== '')) {
      const line = `${new Date().toISOString()} ${source}: ${text}\n`
      echo(line)
      attempt(() => rotate(path, join(folder, 'crossread.1.log')))
      attempt(() => appendFileSync(path, line))
    }
  }
}

function rotate(path: string, older: string): void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > rotationSize) renameSync(path, older)
}

/** A full disk or a read-only folder must not take the app down with it. */
function attempt(write: () => void): void {
  try {
    write()
  } catch {}
}

/** An error as the log shows it. */
export function describeError(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
}
