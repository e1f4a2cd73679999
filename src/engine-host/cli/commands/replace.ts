import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import type { AnchorOutcome, TextChangeReport } from '#shared/model.ts'
import { findId } from '../find.ts'
import { UsageError } from '../output.ts'
import type { Invocation } from '../run.ts'

/**
 * `import --replace SOURCE PATH`: takes a newer version of its file for a source, and says what became of each
 * annotation. A lost annotation is no failure: it keeps its words, and the summary says how many there are.
 */
export async function replaceSource({ engine, call, out, args, options }: Invocation): Promise<number> {
  const [path, second] = args
  if (path === undefined || second !== undefined) {
    throw new UsageError('--replace takes one file for one source.')
  }
  const jobId = randomUUID()
  process.on('SIGINT', () => void call('jobs.cancel', { jobId }))
  const id = await findId(call, String(options.replace), 'source')
  const handle = engine.grant({ path: resolve(path), purpose: 'import' })
  const report = await call('sources.replace', { jobId, id, handle })
  for (const outcome of report.outcomes) out.result(outcome, () => outcomeText(outcome))
  const { sourceId, changed, counts } = report
  out.result({ sourceId, changed, counts }, () => summaryText(report))
  // The next command may be a search, by a process that only reads.
  await engine.settled()
  return 0
}

function outcomeText({ state, before, after }: AnchorOutcome): string {
  const was = `“${inOneLine(before.quote)}”`
  if (state === 'changed' && after !== null) return `changed: ${was} now reads “${inOneLine(after.quote)}”`
  return `${state}: ${was}`
}

function summaryText({ changed, counts }: TextChangeReport): string {
  const states = `${counts.exact} exact, ${counts.moved} moved, ${counts.changed} changed, ${counts.lost} lost`
  return `${changed ? 'replaced' : 'the text is the same'}: ${states}`
}

function inOneLine(quote: string): string {
  return quote.replaceAll('\n', ' ')
}
