import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '#engine/engine.ts'
import { newId } from '#shared/ids.ts'
import { number, percentile, table } from './measure.ts'
import { inTemporaryFolder, openBenchEngine } from './notebook.ts'

const rounds = 3

/** A text as it becomes another one, by a newer file or by a correction. */
export interface Edited {
  name: string
  text: string
}

/**
 * Replaces and corrects a source that has annotations, in a notebook of its own: how long that takes, and how long the
 * engine's thread answers nobody else meanwhile.
 */
export async function benchAnchorNotebook(
  text: string,
  passages: readonly { start: number; end: number }[],
  edits: readonly Edited[],
): Promise<void> {
  const rows: string[][] = []
  await inTemporaryFolder(async (folder) => {
    const engine = openBenchEngine(folder, 'anchors')
    const id = await annotatedSource(engine, folder, text, passages)
    const measure = async (name: string, change: () => Promise<unknown>) => {
      const takes: number[] = []
      const holds: number[] = []
      for (let round = 0; round < rounds; round++) {
        await engine.settled()
        const { took, longest } = await watched(change)
        takes.push(took)
        holds.push(longest)
        await engine.settled()
        await engine.call('history.undo', {})
      }
      rows.push([name, number(percentile(takes, 0.5)), number(Math.max(...holds))])
    }
    const [{ start, end }] = await blocksOf(engine, id)
    await measure('corrected: one word', () =>
      engine.call('sources.correct', { id, edits: [{ start, end, text: 'A corrected line' }] }),
    )
    for (const edited of edits) {
      await measure(`replaced: ${edited.name}`, async () => {
        const { handle } = await engine.call('files.upload', {
          name: 'newer.txt',
          bytes: new TextEncoder().encode(edited.text),
        })
        await engine.call('sources.replace', { jobId: newId(), id, handle })
      })
    }
    await engine.close()
  })
  console.log(
    `\nThe same in a notebook, ms: until it is done, and the longest that the engine worked without answering anybody else`,
  )
  console.log(table([['', 'median', 'longest hold'], ...rows]))
}

async function annotatedSource(
  engine: Engine,
  folder: string,
  text: string,
  passages: readonly { start: number; end: number }[],
): Promise<string> {
  const path = join(folder, 'long.txt')
  await writeFile(path, text)
  const handle = engine.grant({ path, purpose: 'import' })
  const { lines } = await engine.call('import.run', { jobId: newId(), handles: [handle] })
  const sourceId = lines[0]?.sourceId
  if (!sourceId) throw new Error('The text was not imported.')
  const { text: canonical } = await engine.call('sources.get', { id: sourceId })
  for (const { start, end } of passages) {
    if (end < canonical.length) await engine.call('annotations.create', { sourceId, start, end })
  }
  return sourceId
}

async function blocksOf(engine: Engine, id: string): Promise<[{ start: number; end: number }]> {
  const [first] = (await engine.call('sources.get', { id })).blocks
  if (first === undefined) throw new Error('The text has no blocks.')
  return [first]
}

/**
 * Runs `work` while asking for the thread again and again: how long it took, and the longest that the thread worked
 * without giving it, as time of its processor, which does not count what else the machine does.
 */
async function watched(work: () => Promise<unknown>): Promise<{ took: number; longest: number }> {
  let longest = 0
  let done = false
  let before = workedMs()
  const watching = (async () => {
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve))
      const now = workedMs()
      longest = Math.max(longest, now - before)
      before = now
    }
  })()
  const start = performance.now()
  await work()
  const took = performance.now() - start
  done = true
  await watching
  return { took, longest }
}

function workedMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
