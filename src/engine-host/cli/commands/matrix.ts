import type { Command } from 'commander'
import { toCsv } from '#shared/csv.ts'
import { byOrigin, cellInWords } from '#shared/matrix.ts'
import type { Matrix, MatrixCell, Relation, SourceSummary } from '#shared/model.ts'
import claimWords from '#shared/strings/en/claims.json' with { type: 'json' }
import words from '#shared/strings/en/matrix.json' with { type: 'json' }
import { type Invocation, onNotebook } from '../run.ts'
import { table } from '../table.ts'

export function addMatrix(program: Command): void {
  const command = program
    .command('matrix')
    .description('which source says what to which claim: a row a claim, a column a source')
    .option('--csv', 'as CSV, with the names of relations and counts in the cells')
  onNotebook(command, 'read', matrix)
}

type Relations = ReadonlyMap<string, Relation>

async function matrix({ call, out, options }: Invocation): Promise<void> {
  const found = await call('views.matrix', {})
  const relations: Relations = new Map((await call('relations.list', {})).map((each) => [each.id, each]))
  const sources = byOrigin(found.sources).flat()
  // CSV ends its last line itself.
  if (options.csv === true) process.stdout.write(asCsv(found, sources, relations))
  else if (out.json) for (const line of asLines(found, relations)) out.result(line, String)
  else if (found.cells.length === 0) out.say('nothing is linked to a claim')
  else out.say(asTable(found, sources, relations))
}

/** The cells by claim and source. */
function places({ cells }: Matrix): Map<string, MatrixCell> {
  return new Map(cells.map((cell) => [`${cell.claimId} ${cell.sourceId}`, cell]))
}

/** The same as the window saves where every source has its column. */
function asCsv(found: Matrix, sources: readonly SourceSummary[], relations: Relations): string {
  const cells = places(found)
  const rows = found.claims.map((claim) => [
    `C${claim.number}`,
    claim.statement,
    claimWords[`status.${claim.status}`],
    ...sources.map((source) =>
      cellInWords(cells.get(`${claim.id} ${source.id}`)?.relations ?? [], (id) => relations.get(id)?.name),
    ),
  ])
  const heads = [words.claim, words.statement, words.status, ...sources.map(({ title }) => title)]
  return toCsv([heads, ...rows])
}

/** A line for each cell that has something in it. */
function asLines({ claims, sources, cells }: Matrix, relations: Relations): object[] {
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]))
  const titleOf = new Map(sources.map(({ id, title }) => [id, title]))
  return cells.map((cell) => ({
    ...cell,
    claim: `C${claimOf.get(cell.claimId)?.number}`,
    statement: claimOf.get(cell.claimId)?.statement,
    source: titleOf.get(cell.sourceId),
    relations: cell.relations.map((each) => ({ ...each, relation: relations.get(each.relationId)?.name })),
  }))
}

/** Signs with counts where there is more than one link; what stands for what follows below. */
function asTable(found: Matrix, sources: readonly SourceSummary[], relations: Relations): string {
  const cells = places(found)
  const head = ['', ...sources.map((_, index) => `S${index + 1}`), '']
  const rows = found.claims.map((claim) => [
    `C${claim.number}`,
    ...sources.map((source) => signsIn(cells.get(`${claim.id} ${source.id}`), relations)),
    claim.statement,
  ])
  const legend = sources.map((source, index) => [`S${index + 1}`, sameAs(source, sources), source.title])
  const used = new Set(found.cells.flatMap((cell) => cell.relations.map(({ relationId }) => relationId)))
  const signs = [...relations.values()].filter(({ id }) => used.has(id))
  const explained = signs.map(({ sign, name }) => `${sign} ${name}`).join('   ')
  return [table([head, ...rows]), '', table(legend), '', explained].join('\n')
}

/** Which source before this one it shares its origin with. */
function sameAs({ id, originId }: SourceSummary, sources: readonly SourceSummary[]): string {
  const first = sources.findIndex((source) => source.originId === originId)
  return sources[first]?.id === id ? '' : `one origin with S${first + 1}`
}

function signsIn(cell: MatrixCell | undefined, relations: Relations): string {
  const parts = (cell?.relations ?? []).map(({ relationId, links }) => {
    const sign = relations.get(relationId)?.sign ?? relationId
    return links === 1 ? sign : `${sign}${links}`
  })
  return parts.join(' ')
}
