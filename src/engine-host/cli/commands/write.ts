import { type Command, Option } from 'commander'
import { claimStatuses } from '#shared/model.ts'
import { readTextFile } from '../files.ts'
import { findObject } from '../find.ts'
import { requireText } from '../options.ts'
import { type Invocation, onNotebook } from '../run.ts'

/** The commands that state, link and write down; each prints the new object's id. */
export function addWriting(program: Command): void {
  const claim = program.command('claim').description('state claims')
  const addClaim = claim
    .command('add')
    .description('state a claim; prints the new id')
    .argument('<statement>', 'a statement that can be true or false')
    .addOption(new Option('--status <status>', 'its status').choices(claimStatuses))
  onNotebook(addClaim, 'write', createClaim)

  const link = program
    .command('link')
    .description('link two objects; prints the new id')
    .argument('<from-id>', 'a source, annotation, claim or note')
    .argument('<relation>', 'such as supports, contradicts, qualifies')
    .argument('<to-id>', 'a source, annotation, claim or note')
    .option('--rationale <text>', 'why')
  onNotebook(link, 'write', createLink)

  const note = program.command('note').description('write notes')
  const addNote = note
    .command('add')
    .description('write a note; prints the new id')
    .argument('<title>', "the note's title")
    .requiredOption('--markdown <file>', 'its text: a file, or - for standard input')
  onNotebook(addNote, 'write', createNote)
}

async function createClaim({ call, out, args: [given = ''], options }: Invocation): Promise<void> {
  const statement = requireText(given, 'A claim needs a statement.')
  const { id } = await call('claims.create', { statement, status: options.status })
  out.result({ id }, () => id)
}

async function createLink({ call, out, args, options }: Invocation): Promise<void> {
  const [fromId = '', relation = '', toId = ''] = args
  requireText(relation, 'A link needs a relation.')
  const from = await findObject(call, fromId)
  const to = await findObject(call, toId)
  const { id } = await call('links.create', { from, to, relation, rationale: options.rationale })
  out.result({ id }, () => id)
}

async function createNote({ call, out, args: [given = ''], options }: Invocation): Promise<void> {
  const title = requireText(given, 'A note needs a title.')
  const { id } = await call('notes.create', { title, markdown: await readTextFile(options.markdown) })
  out.result({ id }, () => id)
}
