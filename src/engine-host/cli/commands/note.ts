import type { Command } from 'commander'
import { readTextFile } from '../files.ts'
import { requireText } from '../options.ts'
import { type Invocation, onNotebook } from '../run.ts'

export function addNote(program: Command): void {
  const note = program.command('note').description('write notes')
  const add = note
    .command('add')
    .description('write a note; prints the new id')
    .argument('<title>', "the note's title")
    .requiredOption('--markdown <file>', 'its text: a file, or - for standard input')
  onNotebook(add, 'write', createNote)
}

async function createNote({ call, out, args: [given = ''], options }: Invocation): Promise<void> {
  const title = requireText(given, 'A note needs a title.')
  const { id } = await call('notes.create', { title, markdown: await readTextFile(options.markdown) })
  out.result({ id }, () => id)
}
