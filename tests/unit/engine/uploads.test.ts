import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Grants } from '#engine/grants.ts'
import { newId } from '#shared/ids.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => {
  vi.useRealTimers()
  return notebook.close()
})

async function upload(text: string): Promise<string> {
  const { handle } = await notebook.call('files.upload', { name: 'a.txt', bytes: Buffer.from(text) })
  return handle
}
const run = (jobId: string, ...handles: string[]) => notebook.call('import.run', { jobId, handles })

test('an import that is refused leaves the uploads for the next one, which takes them', async () => {
  const handle = await upload('A headline\nA paragraph.\n')
  await expect(run(newId(), handle, 'no such handle')).rejects.toMatchObject({ code: 'forbidden' })
  const jobId = newId()
  const path = await notebook.file('b.txt', 'Another headline\nA paragraph.\n')
  const first = run(jobId, notebook.engine.grant({ path, purpose: 'import' }))
  await expect(run(jobId, handle)).rejects.toMatchObject({ code: 'conflict' })
  await first
  expect((await run(newId(), handle)).summary.imported).toBe(1)
  await expect(run(newId(), handle)).rejects.toMatchObject({ code: 'forbidden' })
})

/** Nothing looks into the bytes here, so they need not be there. */
const halfOfTheRoom = { length: 512 * 1024 ** 2 } as Uint8Array

test('uploads that were left behind make room, those of a moment ago do not', () => {
  vi.useFakeTimers()
  const grants = new Grants()
  const old = grants.keep('old.txt', halfOfTheRoom)
  vi.advanceTimersByTime(45_000)
  const recent = grants.keep('recent.txt', halfOfTheRoom)
  expect(() => grants.keep('more.txt', halfOfTheRoom)).toThrow('More than 1 GB')
  expect(grants.itemsFor([old, recent])).toHaveLength(2)
  vi.advanceTimersByTime(45_000)
  const more = grants.keep('more.txt', halfOfTheRoom)
  expect(grants.itemsFor([recent, more])).toHaveLength(2)
  expect(() => grants.itemsFor([old])).toThrow('not offered')
})
