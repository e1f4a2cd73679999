import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '#shared/commands.ts'

const root = resolve(import.meta.dirname, '../../..')
const catalogue = join(root, 'src/shared/strings/en')
const strings = new Map(
  readdirSync(catalogue).map((name) => [name.replace(/\.json$/, ''), readStrings(join(catalogue, name))]),
)

describe('the catalogue of strings', () => {
  test('has a title for every command', () => {
    const titles = strings.get('commands') ?? {}
    expect(commands.map(({ id }) => id).filter((id) => titles[id] === undefined)).toEqual([])
  })

  test('has a name for every step of the history', () => {
    const names = strings.get('history') ?? {}
    const labels = filesUnder('src/engine', '.ts').flatMap(({ text }) =>
      [...text.matchAll(stepLabel)].map(([label]) => label),
    )
    expect(labels.length).toBeGreaterThan(10)
    expect([...new Set(labels)].filter((label) => names[label] === undefined)).toEqual([])
  })

  test('has every text that a component asks its own namespaces for', () => {
    const missing = filesUnder('src/renderer', '.tsx').flatMap(({ path, text }) => {
      const namespaces = [...text.matchAll(/useTranslation\('([\w-]+)'\)/g)].map((match) => match[1] ?? '')
      const known = namespaces.flatMap((name) => Object.keys(strings.get(name) ?? {}))
      const asked = [...text.matchAll(/\bt\('([^'$]+)'/g)].map((match) => match[1] ?? '')
      return asked
        .filter((key) => namespaces.length > 0 && !isKnown(known, key))
        .map((key) => `${path}: ${key}`)
    })
    expect(missing).toEqual([])
  })
})

/** The labels handed to `session.change` and `beginStep`: names of calls, wherever they stand in the argument. */
const stepLabel = /(?<=(?:\.change|beginStep)\([^,)]*')[a-z]+\.[a-zA-Z]+(?=')/g

function isKnown(keys: string[], key: string): boolean {
  return keys.some((known) => known === key || known.startsWith(`${key}_`))
}

function readStrings(path: string): Record<string, string> {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function filesUnder(folder: string, ending: string): { path: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }))
}
