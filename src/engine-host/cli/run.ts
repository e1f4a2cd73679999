import { join, resolve } from 'node:path'
import type { Command, OptionValues } from 'commander'
import type { Engine } from '#engine/engine.ts'
import type { CallEngine } from '#shared/contract/contract.ts'
import { createOutput, type Output, UsageError } from './output.ts'
import { sampleFolder } from './places.ts'

/** What a command does to the notebook: look, change, or change and make it where there is none. */
export type Access = 'read' | 'write' | 'create'

export interface Invocation {
  engine: Engine
  call: CallEngine
  out: Output
  /** The arguments after the command's name, in order. */
  args: string[]
  options: OptionValues
}

/** What a command does. Resolves with its exit code where that is not 0. */
export type Work = (invocation: Invocation) => Promise<number | undefined> | Promise<void>

/** Gives a command the options every command has, and what it does on an open notebook; its own options may say how that is opened. */
export function onNotebook(
  command: Command,
  access: Access | ((options: OptionValues) => Access),
  work: Work,
): Command {
  return command
    .option('--notebook <file>', 'the notebook to work on (.crossread)')
    .option('--json', 'print one JSON object a line')
    .action(async () => {
      const wanted = typeof access === 'string' ? access : access(command.optsWithGlobals())
      process.exitCode = (await runOnNotebook(command, wanted, work)) ?? 0
    })
}

async function runOnNotebook(command: Command, access: Access, work: Work): Promise<number | undefined> {
  const options = command.optsWithGlobals()
  const out = createOutput(options.json === true)
  if (typeof options.notebook !== 'string') {
    throw new UsageError('--notebook FILE is missing: which notebook?')
  }
  // Loaded only now, so that help and wrong usage are answered at once.
  const { openEngine } = await import('#engine/engine.ts')
  const engine = openEngine({
    notebookPath: resolve(options.notebook),
    sampleFolder: sampleFolder(),
    // Only what may run for long lives long enough to make one.
    backupFolder: join(sampleFolder(), 'Backups'),
    create: access === 'create',
    readOnly: access === 'read',
    log: process.env.CROSSREAD_LOG === undefined ? undefined : (line) => console.error(line),
  })
  try {
    const code = await work({ engine, call: engine.call, out, args: command.args, options })
    return code ?? undefined
  } finally {
    await engine.close()
  }
}
