import type { Command } from 'commander'
import { type Invocation, onNotebook } from '../run.ts'

/** The commands that look after a notebook: check it, and take steps back and forth in its history. */
export function addKeeping(program: Command): void {
  const check = program.command('check').description('check that a notebook is whole')
  onNotebook(check, 'read', checkNotebook)
  const undo = program.command('undo').description('take the last step back')
  onNotebook(undo, 'write', (invocation) => step(invocation, 'undo'))
  const redo = program.command('redo').description('take the step again that was taken back')
  onNotebook(redo, 'write', (invocation) => step(invocation, 'redo'))
}

async function checkNotebook({ call, out }: Invocation): Promise<number> {
  const report = await call('notebook.check', {})
  out.result(report, () =>
    report.ok ? 'The notebook is whole.' : report.problems.map(({ message }) => message).join('\n'),
  )
  return report.ok ? 0 : 1
}

async function step({ call, out }: Invocation, direction: 'undo' | 'redo'): Promise<void> {
  const { step: taken } = await call(`history.${direction}`, {})
  out.result({ [direction]: taken }, () => `${direction}: ${taken.label}`)
}
