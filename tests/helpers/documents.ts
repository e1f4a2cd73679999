import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Small documents of our own, each beside `NAME.json`, which says what import has to make of it. */
export const documents = resolve(import.meta.dirname, '../fixtures/documents')

export function documentBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(documents, name)))
}

export function expectedOf(name: string): unknown {
  return JSON.parse(readFileSync(join(documents, `${name}.json`), 'utf8'))
}

/**
 * Folders of documents by other people that stand beside the project on some machines: none or one, to be looped over.
 * `CROSSREAD_FIXTURES` says where they are.
 */
export function sharedFixtures(set: string): string[] {
  const root = process.env.CROSSREAD_FIXTURES ?? resolve(import.meta.dirname, '../../../shared/fixtures')
  return [join(root, set)].filter((folder) => existsSync(folder))
}
