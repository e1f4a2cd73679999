import { join } from 'node:path'
import { type Corpus, makeCorpus, seededRandom } from './corpus.ts'
import { number, percentile, table, time } from './measure.ts'
import { importFolder, inTemporaryFolder, openBenchEngine, writeArticles } from './notebook.ts'
import { fillPeer, openPeer, peerSearch } from './peer.ts'

const queriesAKind = 100

/** One kind of query. Our language and FTS5's write these alike: words side by side must all match. */
interface Kind {
  name: string
  make: () => string
}

/** As many queries of each kind to the engine and to bare FTS5 over the same text; the best 20 with their text. */
export async function benchSearch(options: { size: number }): Promise<void> {
  const corpus = makeCorpus(options.size)
  const rows = await inTemporaryFolder(async (folder) => {
    const peer = openPeer(join(folder, 'peer.db'))
    fillPeer(peer, corpus.articles)
    const bareSearch = peerSearch(peer)
    const engine = openBenchEngine(folder, 'search')
    await importFolder(engine, await writeArticles(folder, corpus.articles), corpus.articles.length)
    const rows: string[][] = []
    for (const kind of kinds(corpus)) {
      const bare: number[] = []
      const ours: number[] = []
      for (let i = 0; i < queriesAKind; i++) {
        const query = kind.make()
        bare.push(await time(() => bareSearch(query)))
        ours.push(await time(() => engine.call('search.query', { query, limit: 20 })))
      }
      rows.push(row(kind.name, bare, ours))
    }
    peer.close()
    await engine.close()
    return rows
  })
  console.log(`\nSearch at ${number(options.size)} sources, ${queriesAKind} queries of each kind, ms`)
  console.log(table([['', 'bare p50', 'bare p95', 'ours p50', 'ours p95', 'p95 ratio', 'budget'], ...rows]))
}

function row(name: string, bare: number[], ours: number[]): string[] {
  const ratio = percentile(ours, 0.95) / percentile(bare, 0.95)
  return [
    name,
    number(percentile(bare, 0.5)),
    number(percentile(bare, 0.95)),
    number(percentile(ours, 0.5)),
    number(percentile(ours, 0.95)),
    number(ratio),
    ratio <= 1.5 ? '1.5 ok' : '1.5 OVER',
  ]
}

function kinds({ articles, words }: Corpus): Kind[] {
  const random = seededRandom(7)
  const below = (limit: number) => Math.floor(random() * limit)
  // Ranks spread over the vocabulary as people's words do: now a common one, now a rare one.
  const word = () => words[Math.floor(50 * 200 ** random())] ?? 'ba'
  const pair = () => {
    const paragraph = articles[below(articles.length)]?.paragraphs[0] ?? ''
    const inSentence = paragraph.slice(0, paragraph.indexOf('.')).toLowerCase().split(' ')
    const at = below(Math.max(1, inSentence.length - 1))
    return inSentence.slice(at, at + 2).join(' ')
  }
  return [
    { name: 'word', make: word },
    { name: 'AND', make: () => `${word()} ${word()}` },
    { name: 'phrase', make: () => `"${pair()}"` },
  ]
}
