import { afterEach, expect, test, vi } from 'vitest'
import { ReaderPool } from '#engine/import/pool.ts'

// Large files take long on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const pools: ReaderPool[] = []
const open = (limits?: { longestReadMs: number; mostMemoryMb: number }): ReaderPool => {
  const pool = new ReaderPool(() => {}, limits)
  pools.push(pool)
  return pool
}
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close()
})

const file = (name: string, text: string) => ({ name, from: new TextEncoder().encode(text) })
const never = new AbortController().signal
const article = 'A headline\n\nThe ferry ran aground at noon, the coast guard said.\n'

test('gives results in order, a failed file among them', async () => {
  const results = await open().read(
    [file('a.txt', article), file('b.txt', ''), file('c.txt', 'Some words.')],
    null,
    never,
  )
  expect(results.map(({ outcome }) => outcome)).toEqual(['read', 'failed', 'read'])
  expect(results[0]).toMatchObject({ documents: [{ title: 'A headline', kind: 'text' }] })
  expect(results[1]).toMatchObject({ error: { code: 'file_unreadable', message: 'The file is empty.' } })
})

test('a file that takes too long costs itself, not those that were read with it', async () => {
  // The first task of a thread also loads what reads: the limit has to be longer than that takes on a busy machine.
  const slow = file('slow.txt', 'One sentence after the other, all in one line. '.repeat(3_000_000))
  const results = await open({ longestReadMs: 4_000, mostMemoryMb: 4_096 }).read(
    [file('a.txt', article), slow, file('c.txt', article)],
    null,
    never,
  )
  expect(results.map(({ outcome }) => outcome)).toEqual(['read', 'failed', 'read'])
  expect(results[1]).toMatchObject({ error: { message: expect.stringContaining('longer than') } })
})

test('a file that takes too much memory costs itself', async () => {
  const large = file('large.txt', 'Short.\n\n'.repeat(6_000_000))
  const results = await open({ longestReadMs: 60_000, mostMemoryMb: 200 }).read(
    [large, file('a.txt', article)],
    null,
    never,
  )
  expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'read'])
  expect(results[0]).toMatchObject({ error: { message: expect.stringContaining('memory') } })
})

test('what is cancelled is not read to its end', async () => {
  const controller = new AbortController()
  const reading = open().read([file('a.txt', article)], null, controller.signal)
  controller.abort()
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
})
