import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openEngine } from '#engine/engine.ts'
import { makeCorpus } from './corpus.ts'
import { number, percentile, table, time } from './measure.ts'
import { inTemporaryFolder } from './notebook.ts'
import { openPeer, type Peer, peerSearch } from './peer.ts'
import { prepareSearch, type SearchGround } from './search-notebook.ts'
import { type QueryKind, queryKinds } from './search-queries.ts'
import { benchRecoll } from './search-recoll.ts'
import { benchRelevance } from './search-relevance.ts'

const queriesAKind = 50
const warmUps = 5
/** Queries are taken from so many articles. */
const sampled = 1_000

export interface SearchBenchOptions {
  size: number
  /** Where the files and the notebook are kept for the next run; made and removed where there is none. */
  folder?: string | undefined
}

/** How fast search is, what it takes on disk and in memory, and how well it ranks: beside bare FTS5, and Recoll. */
export async function benchSearch(options: SearchBenchOptions): Promise<void> {
  if (options.folder === undefined) {
    await inTemporaryFolder((folder) => measure({ folder, isKept: false }, options.size))
  } else await measure({ folder: options.folder, isKept: true }, options.size)
  await benchRelevance()
}

async function measure(place: { folder: string; isKept: boolean }, size: number): Promise<void> {
  const ground = await prepareSearch(place.folder, size)
  const peer = openPeer(ground.peer)
  await benchVocabulary(ground)
  await benchQueries(ground, peer, size)
  printSizes(peer, ground)
  peer.close()
  await printFreshStart(ground)
  benchRecoll(place, ground, queryKinds(makeCorpus(Math.min(size, sampled))))
}

/** The vocabulary is made once, by the first engine that opens the notebook. */
async function benchVocabulary({ notebook }: SearchGround): Promise<void> {
  const engine = openEngine({ notebookPath: notebook, sampleFolder: '' })
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  const cpu = process.cpuUsage()
  const took = await time(() => engine.settled())
  const { user, system } = process.cpuUsage(cpu)
  clearInterval(watch)
  await engine.close()
  console.log(
    `\nVocabulary in the background: ${number(took)} ms (${number((user + system) / 1e3)} ms of the processor), the thread held ${number(longest)} ms at most`,
  )
}

async function benchQueries({ notebook }: SearchGround, peer: Peer, size: number): Promise<void> {
  const engine = openEngine({ notebookPath: notebook, sampleFolder: '' })
  await engine.settled()
  const bareSearch = peerSearch(peer)
  const rows: string[][] = []
  for (const kind of queryKinds(makeCorpus(Math.min(size, sampled)))) {
    const bare: number[] = []
    const ours: number[] = []
    for (let turn = -warmUps; turn < queriesAKind; turn++) {
      const asked = kind.make()
      const bareTime = asked.bare === null ? null : await time(() => bareSearch(asked.bare ?? ''))
      const { query, asYouType = false } = asked
      const ourTime = await time(() => engine.call('search.query', { query, limit: 20, asYouType }))
      if (turn < 0) continue
      if (bareTime !== null) bare.push(bareTime)
      ours.push(ourTime)
    }
    rows.push(row(kind, bare, ours))
  }
  await engine.close()
  console.log(`\nSearch at ${number(size)} sources, ${queriesAKind} queries of each kind, best 20, ms`)
  console.log(
    table([
      ['', 'bare p50', 'p95', 'p99', 'ours p50', 'p95', 'p99', 'p50 ratio', 'p95 ratio', 'budget'],
      ...rows,
    ]),
  )
}

function row({ name, budget }: QueryKind, bare: number[], ours: number[]): string[] {
  const shares = [0.5, 0.95, 0.99]
  const compared = (share: number) => percentile(ours, share) / percentile(bare, share)
  const isKept = budget === 'ratio' ? compared(0.95) <= 1.5 : percentile(ours, 0.95) < 50
  return [
    name,
    ...shares.map((share) => (bare.length === 0 ? '' : number(percentile(bare, share)))),
    ...shares.map((share) => number(percentile(ours, share))),
    ...[0.5, 0.95].map((share) => (bare.length === 0 ? '' : number(compared(share)))),
    budget === null ? '' : `${budget === 'ratio' ? 'p95 1.5x' : 'p95 50 ms'} ${isKept ? 'ok' : 'OVER'}`,
  ]
}

function printSizes(peer: Peer, { notebook, peer: peerPath }: SearchGround): void {
  const megabytes = (bytes: number) => `${number(bytes / 1e6)} MB`
  const db = new Database(notebook, { readonly: true })
  const sum = (from: Peer, sql: string) => Number(from.prepare(sql).pluck().get())
  const blobs = (name: string) => `SELECT sum(length(block)) FROM ${name}_data`
  const text = sum(db, 'SELECT sum(length(CAST(text AS BLOB))) FROM block')
  console.log(
    `Text ${megabytes(text)}, index ${megabytes(sum(db, blobs('block_index')))} (bare FTS5 ${megabytes(sum(peer, blobs('block_index')))}), ` +
      `titles ${megabytes(sum(db, blobs('source_index')))}, trigrams of the vocabulary ${megabytes(sum(db, blobs('term_trigram')))}, ` +
      `${number(sum(db, 'SELECT count(*) FROM term'))} words, ${number(sum(db, 'SELECT count(*) FROM term_stem'))} stems; ` +
      `file ${megabytes(statSync(notebook).size)}, bare file ${megabytes(statSync(peerPath).size)}`,
  )
  db.close()
}

const starts = 5

/** What a person waits for who opens the notebook and searches at once. */
async function printFreshStart({ notebook }: SearchGround): Promise<void> {
  const word = makeCorpus(1).words[700] ?? 'ba'
  const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' })
  const { stdout, stderr } = run(join(import.meta.dirname, 'search-fresh.ts'), notebook, word)
  console.log(stdout.trim() === '' ? stderr : stdout.trim())
  const cli = join(import.meta.dirname, '../../out/main/cli.js')
  if (!existsSync(cli)) return console.log('The built program was not measured: run `npm run build` first.')
  const [built, empty]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < starts; turn++) {
    built.push(await time(() => run(cli, 'search', '--notebook', notebook, word)))
    empty.push(await time(() => run('--eval', '0')))
  }
  console.log(
    `The built program, from its start to its end with the first result: ${number(percentile(built, 0.5))} ms; a Node that does nothing: ${number(percentile(empty, 0.5))} ms`,
  )
}
