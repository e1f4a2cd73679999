import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Bounds } from './window-bounds.ts'

const recentLimit = 10

export interface SettingsData {
  /** Paths of notebooks, the last one opened first. */
  recentNotebooks: string[]
  window: (Bounds & { maximised: boolean }) | null
  /** The page's background when the window last closed, so that the next one does not flash another colour. */
  background: string | null
}

const nothingYet: SettingsData = { recentNotebooks: [], window: null, background: null }

/** What the shell remembers between starts: a small JSON file, replaced whole at each change. */
export class Settings {
  readonly #path: string
  #data: SettingsData

  /** Reads the file; a missing or unreadable one counts as empty, since nothing in it is worth an error. */
  constructor(path: string) {
    this.#path = path
    this.#data = { ...nothingYet, ...readJson(path) }
  }

  get data(): Readonly<SettingsData> {
    return this.#data
  }

  /** Changes some of it and writes the file by way of a temporary name. Throws when the folder cannot be written. */
  update(change: Partial<SettingsData>): void {
    this.#data = { ...this.#data, ...change }
    const temporary = `${this.#path}.tmp`
    writeFileSync(temporary, JSON.stringify(this.#data, null, 2))
    renameSync(temporary, this.#path)
  }

  /** Puts a notebook in front of the recent ones. */
  remember(notebookPath: string): void {
    const others = this.#data.recentNotebooks.filter((path) => path !== notebookPath)
    this.update({ recentNotebooks: [notebookPath, ...others].slice(0, recentLimit) })
  }
}

function readJson(path: string): Partial<SettingsData> {
  try {
    return cleaned(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return {}
  }
}

/** What is of the right shape in a parsed settings file, which a person may have edited. */
function cleaned(parsed: unknown): Partial<SettingsData> {
  if (typeof parsed !== 'object' || parsed === null) return {}
  const data: Partial<SettingsData> = {}
  if ('recentNotebooks' in parsed && Array.isArray(parsed.recentNotebooks)) {
    data.recentNotebooks = parsed.recentNotebooks.filter((path) => typeof path === 'string')
  }
  if ('window' in parsed && isWindow(parsed.window)) data.window = parsed.window
  if ('background' in parsed && typeof parsed.background === 'string') data.background = parsed.background
  return data
}

function isWindow(value: unknown): value is NonNullable<SettingsData['window']> {
  if (typeof value !== 'object' || value === null) return false
  const sides = ['x', 'y', 'width', 'height'] as const
  const fields: Record<string, unknown> = { ...value }
  return sides.every((side) => Number.isFinite(fields[side])) && typeof fields.maximised === 'boolean'
}
