import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type Engine, openEngine } from '#engine/engine.ts'
import { allClaims, filterClaims } from '#renderer/state/claimFilters.ts'
import { newId } from '#shared/ids.ts'
import { type ClaimsGround, type ClaimsSize, makeClaimsNotebook } from './claims-notebook.ts'
import { benchClaimsWindow } from './claims-window.ts'
import { number, percentile, table } from './measure.ts'
import { inTemporaryFolder } from './notebook.ts'

const size: ClaimsSize = { sources: 2_000, claims: 1_000, links: 10_000 }
const turns = 40
const warmUps = 3
/** Milliseconds of the engine's own time that a call may take at p95. */
const budget = 100
/** So often one claim is changed, for its history. */
const edits = 200

/** One thing that a person waits for, and a bare statement over the same rows. */
interface Step {
  name: string
  run: (turn: number) => Promise<unknown>
  bare: (turn: number) => unknown
}

/** What each view asks of the engine at 1,000 claims, 10,000 links and 2,000 sources, beside SQLite counting the same rows. */
export async function benchClaims(): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const path = join(folder, 'claims.crossread')
    const peerPath = join(folder, 'peer.db')
    const ground = makeClaimsNotebook(path, size)
    copyFileSync(path, peerPath)
    const peer = new Database(peerPath)
    peer.pragma('synchronous = FULL')
    const engine = openEngine({ notebookPath: path, sampleFolder: folder })
    await engine.settled()
    await prepareHistory(engine, ground)
    const rows: string[][] = []
    for (const step of steps(engine, peer, ground)) rows.push(await measure(step))
    await engine.close()
    peer.close()
    print(rows)
    await benchClaimsWindow(path, size)
  })
}

function print(rows: string[][]): void {
  const { claims, links, sources } = size
  console.log(
    `\nClaims: ${number(claims)} claims, ${number(links)} links, ${number(sources)} sources; ${turns} turns, ms`,
  )
  console.log(
    table([
      ['', 'bare p50', 'p95', 'ours p50', 'p95', 'processor p50', 'p95', `p95 ${budget} ms of the processor`],
      ...rows,
    ]),
  )
}

async function prepareHistory(engine: Engine, { largest }: ClaimsGround): Promise<void> {
  for (let edit = 0; edit < edits; edit++) {
    await engine.call('claims.update', { id: largest, statement: `What it says, for the ${edit}th time` })
  }
}

function steps(engine: Engine, peer: Database.Database, ground: ClaimsGround): Step[] {
  const { largest, claims, annotations } = ground
  const bare = (sql: string) => {
    const statement = peer.prepare(sql)
    return () => statement.all()
  }
  const everyClaim = bare('SELECT to_id, relation_id, count(*) FROM link GROUP BY to_id, relation_id')
  const ofLargest = bare(`SELECT count(*) FROM link WHERE to_id = '${largest}' OR from_id = '${largest}'`)
  const everyLink = bare('SELECT count(rationale) FROM link')
  const everySource = bare(
    'SELECT count(metadata), sum(annotation.start) FROM source JOIN annotation ON source_id = source.id',
  )
  const object = { kind: 'claim', id: largest } as const
  return [
    { name: 'claims.list', run: () => engine.call('claims.list', {}), bare: everyClaim },
    {
      name: 'claims.get, the largest',
      run: () => engine.call('claims.get', { id: largest }),
      bare: ofLargest,
    },
    { name: 'views.matrix', run: () => engine.call('views.matrix', {}), bare: everyClaim },
    { name: 'views.graph', run: () => engine.call('views.graph', {}), bare: everyLink },
    { name: 'views.timeline', run: () => engine.call('views.timeline', {}), bare: everySource },
    { name: 'views.inbox', run: () => engine.call('views.inbox', {}), bare: everyClaim },
    { name: 'sources.list', run: () => engine.call('sources.list', {}), bare: everySource },
    { name: 'links.list, all', run: () => engine.call('links.list', {}), bare: everyLink },
    { name: 'links.list, of one claim', run: () => engine.call('links.list', { object }), bare: ofLargest },
    { name: 'relations.list', run: () => engine.call('relations.list', {}), bare: everyLink },
    {
      name: 'filter claims by words',
      run: async (turn) =>
        filterClaims(await engine.call('claims.list', {}), { ...allClaims, text: `claim ${turn}` }),
      bare: everyClaim,
    },
    {
      name: 'filter sources by a relation',
      run: () => engine.call('search.sources', { query: 'relation:contradicts' }),
      bare: everyLink,
    },
    {
      name: 'find the other end',
      run: (turn) => engine.call('search.suggest', { text: `claim ${turn}`, limit: 20 }),
      bare: bare("SELECT count(*) FROM claim WHERE statement LIKE '%claim 12%'"),
    },
    {
      name: 'history.ofObject',
      run: () => engine.call('history.ofObject', { object }),
      bare: bare(`SELECT count(before) FROM journal WHERE object_id = '${largest}'`),
    },
    {
      name: 'links.create',
      run: addLink(engine, annotations, claims),
      bare: bareLink(peer, annotations, claims),
    },
    {
      name: 'links.create and undo',
      run: addAndUndo(engine, annotations, largest),
      bare: bareLink(peer, annotations, claims),
    },
  ]
}

function addLink(engine: Engine, annotations: string[], claims: string[]): Step['run'] {
  return (turn) =>
    engine.call('links.create', {
      from: { kind: 'annotation', id: at(annotations, turn + warmUps) },
      to: { kind: 'claim', id: at(claims, claims.length - 1 - turn - warmUps) },
      relation: 'qualifies',
      rationale: 'Made now.',
    })
}

function addAndUndo(engine: Engine, annotations: string[], claimId: string): Step['run'] {
  return async (turn) => {
    const from = { kind: 'annotation', id: at(annotations, annotations.length - 1 - turn - warmUps) } as const
    await engine.call('links.create', { from, to: { kind: 'claim', id: claimId }, relation: 'mentions' })
    await engine.call('history.undo', {})
  }
}

/** A row of the same table, with nobody who checks its ends or notes the step. */
function bareLink(peer: Database.Database, annotations: string[], claims: string[]): Step['bare'] {
  const insert = peer.prepare(
    `INSERT INTO link (id, from_kind, from_id, relation_id, to_kind, to_id, rationale, created_at, updated_at)
     SELECT ?, 'annotation', ?, id, 'claim', ?, '', '', '' FROM relation WHERE name = 'qualifies'`,
  )
  return (turn) => insert.run(newId(), at(annotations, turn + warmUps), at(claims, turn + warmUps))
}

function at(ids: readonly string[], index: number): string {
  const id = ids[index]
  if (id === undefined) throw new Error(`There are only ${ids.length} of these.`)
  return id
}

async function measure({ name, run, bare }: Step): Promise<string[]> {
  const [bareTimes, times, processor]: [number[], number[], number[]] = [[], [], []]
  for (let turn = -warmUps; turn < turns; turn++) {
    const bareTime = (await spent(() => bare(turn))).wall
    const { wall, cpu } = await spent(() => run(turn))
    if (turn < 0) continue
    bareTimes.push(bareTime)
    times.push(wall)
    processor.push(cpu)
  }
  const both = (values: number[]) => [percentile(values, 0.5), percentile(values, 0.95)].map(number)
  const kept = percentile(processor, 0.95) < budget ? 'ok' : 'OVER'
  return [name, ...both(bareTimes), ...both(times), ...both(processor), kept]
}

/** How long work takes, and how much of the processor: a machine that does other things as well stretches only the one. */
async function spent(work: () => unknown): Promise<{ wall: number; cpu: number }> {
  const before = process.cpuUsage()
  const start = performance.now()
  await work()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { wall, cpu: (user + system) / 1e3 }
}
