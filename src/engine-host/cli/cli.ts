import { CommanderError } from 'commander'
import { createOutput, flushed, UsageError } from './output.ts'
import { createProgram } from './program.ts'

/** Exit codes that scripts rely on. */
const failed = 1
const wrongUsage = 2

/** Runs one command line and gives its exit code: 0 all well, 1 something failed, 2 wrong usage. */
async function main(argv: string[]): Promise<number> {
  try {
    await createProgram().parseAsync(argv)
    await flushed()
    return Number(process.exitCode ?? 0)
  } catch (error) {
    return report(error, argv.includes('--json'))
  }
}

function report(error: unknown, json: boolean): number {
  const out = createOutput(json)
  if (!(error instanceof CommanderError)) {
    out.fail(error)
    return error instanceof UsageError ? wrongUsage : failed
  }
  // Asked for, help and version are no error; shown for want of a command, help is its own message.
  if (error.exitCode === 0) return 0
  if (error.code !== 'commander.help') out.fail(new UsageError(error.message.replace(/^error: /, '')))
  return wrongUsage
}

const code = await main(process.argv)
await flushed().catch(() => undefined)
process.exit(code)
