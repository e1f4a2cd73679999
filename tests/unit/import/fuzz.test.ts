import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '#shared/ids.ts'
import { human, machine } from '../../helpers/hostile-import.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

/** Damaged documents of every kind: 2,000 of them, imported by the hundred, as somebody with a broken disk would. */
const runs = 20
const filesARun = 100
vi.setConfig({ testTimeout: 900_000, hookTimeout: 60_000 })

const folder = join(import.meta.dirname, '../../fixtures/documents')
const documents = readdirSync(folder)
  .filter((name) =>
    /^\.(?:txt|md|html|mhtml|webarchive|pdf|docx|odt|rtf|epub|eml|bib|ris|zip)$/.test(extname(name)),
  )
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))

let notebook: TestNotebook
beforeAll(async () => {
  notebook = await testNotebook()
})
afterAll(() => notebook.close())

/** One thing that happens to a file, at places that are shares of its length, so that shrinking works on any file. */
const damage = fc.oneof(
  fc.record({
    what: fc.constant('flip' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bit: fc.nat(7),
  }),
  fc.record({ what: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    what: fc.constant('drop' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 2_000 }),
  }),
  fc.record({
    what: fc.constant('repeat' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 400 }),
    times: fc.integer({ min: 2, max: 200 }),
  }),
  fc.record({
    what: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
  }),
)
type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never

const damagedFile = fc.record({
  document: fc.nat(documents.length - 1),
  damages: fc.array(damage, { minLength: 1, maxLength: 6 }),
})

function spoil(bytes: Buffer, { at, ...how }: Damage): Buffer {
  const place = Math.floor(at * bytes.length)
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)]
  if (how.what === 'cut') return before
  if (how.what === 'drop') return Buffer.concat([before, after.subarray(how.length)])
  if (how.what === 'insert') return Buffer.concat([before, how.bytes, after])
  if (how.what === 'repeat') {
    return Buffer.concat([before, ...Array<Buffer>(how.times).fill(after.subarray(0, how.length)), after])
  }
  const flipped = Buffer.from(bytes)
  if (place < flipped.length) flipped[place] = (flipped[place] ?? 0) ^ (1 << how.bit)
  return flipped
}

test('a damaged document is read or refused with a reason, and the engine goes on', async () => {
  expect(documents.length).toBeGreaterThan(5)
  const outcomes = { imported: 0, skipped: 0, failed: 0, updated: 0 }
  const importing = fc.asyncProperty(
    fc.array(damagedFile, { minLength: filesARun, maxLength: filesARun }),
    async (files) => {
      const handles: string[] = []
      for (const [index, { document, damages }] of files.entries()) {
        const { name, bytes } = documents[document] ?? { name: '', bytes: Buffer.alloc(0) }
        const spoiled = new Uint8Array(damages.reduce(spoil, bytes))
        const upload = await notebook.call('files.upload', { name: `${index}-${name}`, bytes: spoiled })
        handles.push(upload.handle)
      }
      const { lines } = await notebook.call('import.run', { jobId: newId(), handles })
      expect(lines.length).toBeGreaterThanOrEqual(files.length)
      for (const { outcome, reason, title } of lines) {
        outcomes[outcome]++
        if (outcome === 'failed') {
          expect(reason).toMatch(human)
          expect(reason).not.toMatch(machine)
        } else expect(title).not.toMatch(/^(?:undefined|null|\[object Object\])?$/)
      }
    },
  )
  await fc.assert(importing, { numRuns: runs, endOnFailure: true, seed: 20250314 })
  // Damage that changes nothing a reader needs is read; damage that does is refused: there is plenty of both.
  expect(outcomes.imported).toBeGreaterThan(100)
  expect(outcomes.failed).toBeGreaterThan(100)
  expect(await notebook.call('notebook.check', {})).toMatchObject({ ok: true })
})
