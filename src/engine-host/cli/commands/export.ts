import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { Argument, type Command } from 'commander'
import { exportFormats } from '#shared/model.ts'
import { type Invocation, onNotebook } from '../run.ts'

export function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('write the notebook out; never over something that is there')
    .addArgument(
      new Argument('<format>', 'markdown (a folder, or a .zip) or jsonld (one file)').choices(exportFormats),
    )
    .requiredOption('--to <path>', 'where to')
  onNotebook(command, 'read', exportTo)
}

async function exportTo({ engine, call, out, args, options }: Invocation): Promise<void> {
  const format = exportFormats.find((known) => known === args[0])
  if (format === undefined) return
  const handle = engine.grant({ path: resolve(options.to), purpose: 'export' })
  const report = await call('export.run', { jobId: randomUUID(), format, handle })
  out.result(
    report,
    () => `${report.files} ${report.files === 1 ? 'file' : 'files'} written to ${report.path}`,
  )
}
