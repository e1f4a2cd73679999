import { join } from 'node:path'
import { makeCorpus } from './corpus.ts'
import { median, number, table, time } from './measure.ts'
import { importFolder, inTemporaryFolder, openBenchEngine, writeArticles } from './notebook.ts'
import { fillPeer, openPeer } from './peer.ts'

/** Plain articles on disk to searchable in the notebook, beside the bare insert and FTS5 build of the same text. */
export async function benchImport(options: { size: number; rounds: number }): Promise<void> {
  const { articles } = makeCorpus(options.size)
  const bare: number[] = []
  const ours: number[] = []
  await inTemporaryFolder(async (folder) => {
    const files = await writeArticles(folder, articles)
    for (let round = 0; round < options.rounds; round++) {
      const peer = openPeer(join(folder, `peer-${round}.db`))
      bare.push(await time(() => fillPeer(peer, articles)))
      peer.close()
      const engine = openBenchEngine(folder, `import-${round}`)
      ours.push(await time(() => importFolder(engine, files, articles.length)))
      await engine.close()
    }
  })
  const speed = (ms: number) => number((options.size / ms) * 1000)
  const share = median(bare) / median(ours)
  console.log(`\nImport of ${number(options.size)} plain articles, median of ${options.rounds} rounds`)
  console.log(
    table([
      ['', 'ms', 'articles/s'],
      ['bare insert + FTS5', number(median(bare)), speed(median(bare))],
      ['crossread', number(median(ours)), speed(median(ours))],
    ]),
  )
  console.log(
    `Speed: ${number(share)} of the bare build (budget: at least 0.50)${share >= 0.5 ? '' : '  OVER BUDGET'}`,
  )
}
