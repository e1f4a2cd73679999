import { randomUUID } from 'node:crypto'
import { resolve, sep } from 'node:path'
import type { Command, OptionValues } from 'commander'
import type { CallEngine } from '#shared/contract/contract.ts'
import type { JobProgress } from '#shared/contract/events.ts'
import type { ImportLine, ImportReport } from '#shared/model.ts'
import { type Invocation, onNotebook } from '../run.ts'
import { replaceSource } from './replace.ts'

export function addImport(program: Command): void {
  const command = program
    .command('import')
    .description('import files, folders and zips; makes the notebook where there is none')
    .argument('<path...>', 'files or folders')
    .option('--attachments', 'import what came inside mails as well')
    .option('--replace <source>', 'take the one file as the newer version of this source')
  // What is to be replaced has to be there.
  const access = ({ replace }: OptionValues) => (replace === undefined ? 'create' : 'write')
  onNotebook(command, access, (invocation) =>
    invocation.options.replace === undefined ? importPaths(invocation) : replaceSource(invocation),
  )
}

/** Exit code 1 when a file failed or the import was cancelled with Ctrl+C; what was imported by then stays. */
export async function importPaths({ engine, call, out, args, options }: Invocation): Promise<number> {
  let jobId = randomUUID()
  let stopped = false
  const cancel = () => {
    stopped = true
    void call('jobs.cancel', { jobId })
  }
  const endProgress = out.json ? () => {} : showProgress(engine)
  // Heard until the process ends: it may come twice, and one that nobody hears would end the process before the engine.
  process.on('SIGINT', cancel)
  try {
    const handles = args.map((path) => engine.grant({ path: resolve(path), purpose: 'import' }))
    const reports = [await call('import.run', { jobId, handles })]
    // What came inside may have something inside as well.
    for (let next = 0; options.attachments === true && next < reports.length; next++) {
      for (const sourceId of await withFilesInside(call, reports[next])) {
        if (stopped) break
        jobId = randomUUID()
        reports.push(await call('import.attachments', { jobId, sourceId }))
      }
    }
    endProgress()
    const { lines, summary, cancelled } = join(reports)
    for (const line of lines) {
      const named = { ...line, path: asGiven(args, line.path) }
      out.result(named, () => importText(named, options.attachments === true))
    }
    out.result({ summary, ...(cancelled && { cancelled }) }, () => summaryText(summary, cancelled))
    // The next command may be a search, by a process that only reads.
    await engine.settled()
    return summary.failed > 0 || cancelled ? 1 : 0
  } finally {
    endProgress()
  }
}

/** The mails of a report with files inside that are no sources yet: of those that were here already, too. */
async function withFilesInside(call: CallEngine, report: ImportReport | undefined): Promise<string[]> {
  const ids: string[] = []
  for (const { sourceId, outcome, attachments = 0 } of report?.lines ?? []) {
    if (sourceId === undefined || (attachments === 0 && outcome !== 'skipped')) continue
    const inside = await call('sources.attachments', { id: sourceId })
    if (inside.some((file) => file.sourceId === null)) ids.push(sourceId)
  }
  return ids
}

/** Several reports as one. */
function join(reports: readonly ImportReport[]): ImportReport {
  const sum = (key: keyof ImportReport['summary']) =>
    reports.reduce((total, { summary }) => total + summary[key], 0)
  return {
    lines: reports.flatMap(({ lines }) => lines),
    summary: {
      imported: sum('imported'),
      updated: sum('updated'),
      skipped: sum('skipped'),
      failed: sum('failed'),
      flags: sum('flags'),
    },
    cancelled: reports.some(({ cancelled }) => cancelled),
  }
}

function summaryText(summary: ImportReport['summary'], cancelled: boolean): string {
  const { imported, updated, skipped, failed, flags } = summary
  const parts = [`${imported} imported`]
  if (updated > 0) parts.push(`${updated} updated`)
  parts.push(`${skipped} skipped`, `${failed} failed`)
  if (flags > 0) parts.push(`${flags} to look at`)
  return parts.join(', ') + (cancelled ? '; cancelled' : '')
}

/** A file's path as the person would write it: the path they gave, and what was walked below it. */
function asGiven(args: readonly string[], path: string): string {
  for (const given of args) {
    const whole = resolve(given)
    if (path === whole) return given
    const folder = whole.endsWith(sep) ? whole : whole + sep
    if (path.startsWith(folder))
      return (given.endsWith(sep) ? given : given + sep) + path.slice(folder.length)
  }
  return path
}

function importText(line: ImportLine, importsAttachments: boolean): string {
  const { outcome, path, title, reason, flags = [], attachments } = line
  const words = outcome === 'skipped' ? `skipped, ${reason ?? 'already here'}` : outcome
  const told = outcome === 'updated' && reason !== undefined ? ` (${reason})` : ''
  const rest = outcome === 'failed' ? reason : `${title ?? ''}${told}`
  const more = flags.map(({ message }) => `\n  ! ${message}`)
  if (attachments !== undefined) {
    const offer = importsAttachments ? '' : ' (--attachments imports them)'
    more.push(`\n  ${attachments} ${attachments === 1 ? 'file' : 'files'} came inside${offer}`)
  }
  return `${words}: ${path}${rest ? ` — ${rest}` : ''}${more.join('')}`
}

/** One line that changes in place; nothing where standard error is not a terminal. */
function showProgress(engine: Invocation['engine']): () => void {
  if (!process.stderr.isTTY) return () => {}
  const stop = engine.on('job', (job) => process.stderr.write(`\r\x1b[K${progressText(job)}`))
  return () => {
    stop()
    process.stderr.write('\r\x1b[K')
  }
}

const megabyte = 1_000_000

function progressText({ done, total, current, stage, bytes, bytesTotal, secondsLeft }: JobProgress): string {
  if (stage === 'comparing') return `comparing ${done} of ${total}`
  const parts = [`${done} of ${total}`]
  if (bytes !== undefined && bytesTotal !== undefined && bytesTotal >= megabyte) {
    parts.push(`${(bytes / megabyte).toFixed(1)} of ${(bytesTotal / megabyte).toFixed(1)} MB`)
  }
  if (secondsLeft !== undefined) parts.push(timeLeft(secondsLeft))
  return [...parts, current].join('  ')
}

function timeLeft(seconds: number): string {
  return seconds < 90 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`
}
