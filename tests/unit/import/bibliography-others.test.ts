import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { extractBibliography } from '#engine/import/extract/bibliography/index.ts'
import type { Extracted } from '#engine/import/extract/types.ts'
import { documentBytes, sharedFixtures } from '../../helpers/documents.ts'

test('our own entries are the same in BibTeX, RIS and CSL-JSON', async () => {
  const readings = await Promise.all(
    ['harbour.bib', 'harbour.ris', 'harbour.csl.json'].map(async (name) => {
      const found = await extractBibliography({ name, bytes: documentBytes(name) })
      return found.map(({ title, metadata }) => [
        words(title ?? ''),
        metadata.type,
        metadata.issued,
        metadata.DOI,
      ])
    }),
  )
  expect(readings[1]).toEqual(readings[0])
  expect(readings[2]).toEqual(readings[0])
})

test('other people’s bibliographies are read as another library reads them', async () => {
  for (const folder of sharedFixtures('bibtex-fixtures/import')) {
    const shares = { count: [0, 0], title: [0, 0], families: [0, 0], year: [0, 0] } satisfies Record<
      string,
      [number, number] | number[]
    >
    for (const kind of ['bib', 'csl', 'nbib', 'enw']) {
      for (const name of readdirSync(join(folder, kind)).filter((each) => each.endsWith(`.${kind}`))) {
        const path = join(folder, kind, name)
        const other = path.replace(/\.\w+$/, '.json')
        if (!existsSync(other)) continue
        const expected = reading(JSON.parse(readFileSync(other, 'utf8')))
        const found = await extractBibliography({ name, bytes: new Uint8Array(readFileSync(path)) }).catch(
          () => [],
        )
        tally(shares.count, found.length === expected.length)
        if (found.length !== expected.length) continue
        for (const [index, each] of expected.entries()) compare(shares, each, found[index])
      }
    }
    for (const [what, [same, all]] of Object.entries(shares)) {
      expect(all, what).toBeGreaterThan(40)
      expect((same ?? 0) / (all ?? 1), what).toBeGreaterThan(0.97)
    }
  }
})

interface Reading {
  title: string
  families: string[]
  year: string | undefined
}

/** The other library's JSON: texts are lists of marked pieces. */
function reading(json: unknown): Reading[] {
  const fieldsOf = (entry: unknown) => record(record(entry).fields)
  return Object.values(record(record(json).entries ?? json)).map((entry) => {
    const { title, author, date } = fieldsOf(entry)
    return {
      title: words(flat(title)),
      families: Array.isArray(author)
        ? author.map((each) => words(flat(record(each).literal ?? record(each).family)))
        : [],
      year: typeof date === 'string' ? /\d{4}/.exec(date)?.[0] : undefined,
    }
  })
}

function compare(shares: Record<string, number[]>, expected: Reading, found: Extracted | undefined): void {
  const author = (found?.metadata.author ?? []).map(({ family, literal }) => words(literal ?? family ?? ''))
  if (expected.title !== '') tally(shares.title, words(found?.title ?? '').startsWith(expected.title))
  if (expected.families.length > 0) {
    tally(
      shares.families,
      expected.families.every((family, index) => author[index]?.includes(family)),
    )
  }
  const year = found?.metadata.issued?.['date-parts'][0]?.[0]
  if (expected.year !== undefined) tally(shares.year, expected.year === String(year))
}

function tally(share: number[] | undefined, same: boolean): void {
  if (share === undefined) return
  share[0] = (share[0] ?? 0) + (same ? 1 : 0)
  share[1] = (share[1] ?? 0) + 1
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function flat(value: unknown): string {
  if (Array.isArray(value)) return value.map(flat).join('')
  return typeof value === 'string'
    ? value
    : typeof record(value).text === 'string'
      ? String(record(value).text)
      : ''
}

function words(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}
