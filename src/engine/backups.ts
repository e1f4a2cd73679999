import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describeNotebook } from './describe.ts'
import type { Session } from './session.ts'
import { backUp } from './store/backup.ts'

const everyMs = 10 * 60 * 1000
/** After the window has shown what it opened, so that the first copy is in nobody's way. */
const firstAfterMs = 15_000

/**
 * Backs the open notebook up: some seconds after it was opened, and every ten minutes in which something changed. A
 * backup that fails is logged and tried again; it never stops the work.
 */
export class Backups {
  readonly #folder: string
  readonly #session: Session
  readonly #log: (line: string) => void
  #timer: NodeJS.Timeout
  #running: Promise<void> = Promise.resolve()
  #lastMark = ''

  /** `folder` gets one folder a notebook. */
  constructor(folder: string, session: Session, log: (line: string) => void) {
    this.#folder = folder
    this.#session = session
    this.#log = log
    this.#timer = this.#after(firstAfterMs)
  }

  /** Ends with whatever copy is being made. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#running
  }

  #after(delay: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.#running = this.backUpIfChanged().finally(() => {
        this.#timer = this.#after(everyMs)
      })
    }, delay).unref()
  }

  /** Makes a copy unless nothing happened since the last one. Never rejects. */
  async backUpIfChanged(): Promise<void> {
    const { store } = this.#session
    const { id, name, counts } = describeNotebook(store)
    const mark = store.journal.mark()
    const isEmpty = Object.values(counts).every((count) => count === 0)
    if (isEmpty || mark === this.#lastMark) return
    try {
      const path = await backUp(store.db, join(this.#folder, folderName(name, id)), new Date())
      this.#lastMark = mark
      this.#log(`backed up to ${path} (${statSync(path).size} bytes)`)
    } catch (error) {
      this.#log(`backup failed: ${String(error)}`)
    }
  }
}

/** The notebook's name for the eye, and its id because names change and are not unique. */
function folderName(name: string, id: string): string {
  const safe = name
    .replace(/[^\p{L}\p{N} ._-]/gu, '_')
    .slice(0, 60)
    .trim()
  return `${safe} ${id.slice(-8)}`
}
