import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
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
async function importPaths({ engine, call, out, args }: Invocation): Promise<number> {
  const jobId = randomUUID()
  const cancel = () => void call('jobs.cancel', { jobId })
  const endProgress = out.json ? () => {} : showProgress(engine)
  process.once('SIGINT', cancel)
  try {
    const handles = args.map((path) => engine.grant({ path: resolve(path), purpose: 'import' }))
    const { lines, summary, cancelled } = await call('import.run', { jobId, handles })
    endProgress()
    for (const line of lines) out.result(line, () => importText(line))
    out.result({ summary }, () => {
      const { imported, skipped, failed } = summary
      return `${imported} imported, ${skipped} skipped, ${failed} failed${cancelled ? '; cancelled' : ''}`
    })
    return summary.failed > 0 || cancelled ? 1 : 0
  } finally {
    endProgress()
    process.removeListener('SIGINT', cancel)
  }
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
