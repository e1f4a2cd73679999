import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { number, percentile, table } from './measure.ts'
import type { SearchGround } from './search-notebook.ts'
import type { QueryKind } from './search-queries.ts'

const queriesAKind = 20
/** Recoll takes minutes to index more files than this. */
const mostFiles = 20_000

/** Recoll, where it is installed, on the same files and the same queries: its own process a query, less what starting it takes. */
export function benchRecoll(folder: string, { articles }: SearchGround, kinds: readonly QueryKind[]): void {
  const files = readdirSync(articles, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  )
  if (spawnSync('recollq', ['-h']).error !== undefined || files.length > mostFiles) {
    console.log(`\nRecoll is not installed, or there are more than ${number(mostFiles)} files.`)
    return
  }
  const home = join(folder, 'recoll')
  index(home, articles)
  const ask = (query: string) => timed('recollq', ['-c', home, '-n', '20', '-A', query])
  const starts = Array.from({ length: queriesAKind }, () => ask('qqxxqq'))
  const start = percentile(starts, 0.5)
  const rows = kinds
    .filter(({ name }) => ['word', 'AND', 'phrase', 'commonest words'].includes(name))
    .map(({ name, make }) => {
      const times = Array.from({ length: queriesAKind }, () => Math.max(0, ask(make().query) - start))
      return [name, number(percentile(times, 0.5)), number(percentile(times, 0.95))]
    })
  console.log(`\nRecoll, ms, without the ${number(start)} ms that its process takes to start`)
  console.log(table([['', 'p50', 'p95'], ...rows]))
}

function index(home: string, articles: string): void {
  if (existsSync(join(home, 'xapiandb'))) rmSync(home, { recursive: true })
  mkdirSync(home, { recursive: true })
  writeFileSync(
    join(home, 'recoll.conf'),
    `topdirs = ${articles}\nloglevel = 1\nindexstemminglanguages = english\n`,
  )
  writeFileSync(join(home, 'mimemap'), '.md = text/plain\n')
  const took = timed('recollindex', ['-c', home])
  const database = join(home, 'xapiandb')
  const bytes = readdirSync(database).reduce((sum, name) => sum + statSync(join(database, name)).size, 0)
  console.log(`\nRecoll: indexed in ${number(took)} ms, ${number(bytes / 1e6)} MB`)
}

function timed(command: string, args: string[]): number {
  const began = performance.now()
  spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, RECOLL_DATADIR: undefined } })
  return performance.now() - began
}
