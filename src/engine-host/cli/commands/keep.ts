import type { Command } from 'commander'
import { type Invocation, onNotebook } from '../run.ts'

/** The commands that look after a notebook: check and repair it, and take steps back and forth in its history. */
export function addKeeping(program: Command): void {
  const check = program.command('check').description('check that a notebook is whole')
  onNotebook(check, 'read', (invocation) => report(invocation, 'notebook.check'))
  const repair = program.command('repair').description('build the search index anew and check the notebook')
  onNotebook(repair, 'write', (invocation) => report(invocation, 'notebook.repair'))
  const undo = program.command('undo').description('take the last step back')
  onNotebook(undo, 'write', (invocation) => step(invocation, 'undo'))
  const redo = program.command('redo').description('take the step again that was taken back')
  onNotebook(redo, 'write', (invocation) => step(invocation, 'redo'))
}

async function report(
  { call, out }: Invocation,
  name: 'notebook.check' | 'notebook.repair',
): Promise<number> {
  const { ok, problems } = await call(name, {})
  out.result({ ok, problems }, () =>
    ok ? 'The notebook is whole.' : problems.map(({ message }) => message).join('\n'),
  )
  return ok ? 0 : 1
}

async function step({ call, out }: Invocation, direction: 'undo' | 'redo'): Promise<void> {
  const { step: taken } = await call(`history.${direction}`, {})
  out.result({ [direction]: taken }, () => `${direction}: ${taken.label}`)
}
