import { randomUUID } from 'node:crypto'
import { resolve, sep } from 'node:path'
import type { Command } from 'commander'
import type { ImportLine } from '#shared/model.ts'
import { type Invocation, onNotebook } from '../run.ts'

export function addImport(program: Command): void {
  const command = program
    .command('import')
    .description('import files and folders; makes the notebook where there is none')
    .argument('<path...>', 'files or folders')
  onNotebook(command, 'create', importPaths)
}

/** Exit code 1 when a file failed or the import was cancelled with Ctrl+C; what was imported by then stays. */
export async function importPaths({ engine, call, out, args }: Invocation): Promise<number> {
  const jobId = randomUUID()
  const cancel = () => void call('jobs.cancel', { jobId })
  const endProgress = out.json ? () => {} : showProgress(engine)
  // Heard until the process ends: it may come twice, and one that nobody hears would end the process before the engine.
  process.on('SIGINT', cancel)
  try {
    const handles = args.map((path) => engine.grant({ path: resolve(path), purpose: 'import' }))
    const { lines, summary, cancelled } = await call('import.run', { jobId, handles })
    endProgress()
    for (const line of lines) {
      const named = { ...line, path: asGiven(args, line.path) }
      out.result(named, () => importText(named))
    }
    out.result({ summary, ...(cancelled && { cancelled }) }, () => {
      const { imported, skipped, failed } = summary
      return `${imported} imported, ${skipped} skipped, ${failed} failed${cancelled ? '; cancelled' : ''}`
    })
    return summary.failed > 0 || cancelled ? 1 : 0
  } finally {
    endProgress()
  }
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

function importText({ outcome, path, title, reason }: ImportLine): string {
  const words = outcome === 'skipped' ? `skipped, ${reason ?? 'already here'}` : outcome
  const rest = outcome === 'failed' ? reason : title
  return `${words}: ${path}${rest ? ` — ${rest}` : ''}`
}

/** One line that changes in place; nothing where standard error is not a terminal. */
function showProgress(engine: Invocation['engine']): () => void {
  if (!process.stderr.isTTY) return () => {}
  const stop = engine.on('job', ({ done, total, current }) => {
    process.stderr.write(`\r\x1b[K${done} of ${total}  ${current}`)
  })
  return () => {
    stop()
    process.stderr.write('\r\x1b[K')
  }
}
