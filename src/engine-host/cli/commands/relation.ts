import { type Command, Option } from 'commander'
import { colours, lineStyles, type Relation } from '#shared/model.ts'
import { findId } from '../find.ts'
import { requireText } from '../options.ts'
import { UsageError } from '../output.ts'
import { type Invocation, onNotebook } from '../run.ts'
import { table } from '../table.ts'

const named = 'a relation: its name or its id'
const stances = { for: 1, against: -1, neither: 0 } as const

/** The commands that say which relations there are. */
export function addRelation(program: Command): void {
  const relation = program.command('relation').description('say which relations links can have')
  onNotebook(
    relation.command('list').description('list relations with how many links are of each'),
    'read',
    list,
  )
  const add = withFields(
    relation.command('add').description('make a relation; prints the new id').argument('<name>', 'its name'),
  )
  onNotebook(add, 'write', create)
  const edit = withFields(
    relation.command('edit').description('change a relation').argument('<relation>', named),
  )
    .option('--name <name>', 'what it is to be called')
    .option('--directed', 'it leads from one end to the other')
  onNotebook(edit, 'write', update)
  const merge = relation
    .command('merge')
    .description('give all links of one relation to another, and remove the one')
    .argument('<relation>', named)
    .argument('<into>', 'the relation that stays')
  onNotebook(merge, 'write', mergeInto)
  const remove = relation
    .command('delete')
    .description('remove a relation that no link is of; prints its id')
    .argument('<relation>', named)
  onNotebook(remove, 'write', deleteRelation)
}

function withFields(command: Command): Command {
  return command
    .option('--inverse <name>', 'what it is called from the other end, such as "supported by"')
    .option('--sign <sign>', 'what stands for it where there is little room, up to four characters')
    .addOption(new Option('--colour <name>', 'its colour').choices(colours))
    .addOption(new Option('--line <style>', 'how its line is drawn').choices(lineStyles))
    .addOption(
      new Option('--speaks <side>', 'whether it speaks for or against what it leads to').choices(
        Object.keys(stances),
      ),
    )
    .option('--symmetric', 'it is the same from both ends')
}

type Fields = Omit<Relation, 'id' | 'builtin' | 'uses'>

/** What the options say of a relation; what they leave out is undefined. */
function fieldsOf({ options }: Invocation): Partial<Fields> {
  if (options.symmetric === true && options.directed === true) {
    throw new UsageError('A relation is --symmetric or --directed, not both.')
  }
  const side: keyof typeof stances | undefined = options.speaks
  return {
    name: options.name,
    inverse: options.inverse,
    sign: options.sign,
    colour: options.colour,
    lineStyle: options.line,
    symmetric: options.symmetric === true ? true : options.directed === true ? false : undefined,
    stance: side === undefined ? undefined : stances[side],
  }
}

async function create(invocation: Invocation): Promise<void> {
  const { call, out, args } = invocation
  const name = requireText(args[0] ?? '', 'A relation needs a name.')
  const given = fieldsOf(invocation)
  const symmetric = given.symmetric ?? false
  if (given.inverse === undefined && !symmetric) {
    throw new UsageError('--inverse NAME is missing: what is it called from the other end?')
  }
  const { id } = await call('relations.create', {
    name,
    inverse: given.inverse ?? name,
    sign: given.sign ?? [...name.trim()].slice(0, 1).join(''),
    colour: given.colour ?? 'grey',
    lineStyle: given.lineStyle ?? 'solid',
    symmetric,
    stance: given.stance ?? 0,
  })
  out.result({ id }, () => id)
}

async function update(invocation: Invocation): Promise<void> {
  const { call, out, args } = invocation
  const fields = fieldsOf(invocation)
  if (Object.values(fields).every((value) => value === undefined)) {
    throw new UsageError('Say what is to change, such as --colour blue.')
  }
  const id = await findId(call, args[0] ?? '', 'relation')
  await call('relations.update', { id, ...fields })
  out.result({ id }, () => id)
}

async function mergeInto({ call, out, args: [given = '', into = ''] }: Invocation): Promise<void> {
  const id = await findId(call, given, 'relation')
  const intoId = await findId(call, into, 'relation')
  const { moved } = await call('relations.merge', { id, intoId })
  out.result({ id: intoId, moved }, () => `${moved} ${moved === 1 ? 'link' : 'links'} moved`)
}

async function deleteRelation({ call, out, args: [given = ''] }: Invocation): Promise<void> {
  const id = await findId(call, given, 'relation')
  await call('relations.delete', { id })
  out.result({ id }, () => id)
}

async function list({ call, out }: Invocation): Promise<void> {
  const relations = await call('relations.list', {})
  if (out.json) for (const relation of relations) out.result(relation, String)
  else out.say(table(relations.map(row)))
}

function row({ sign, name, inverse, uses, stance, colour, lineStyle, symmetric }: Relation) {
  const side = stance === 0 ? '' : stance > 0 ? 'speaks for' : 'speaks against'
  return [sign, name, symmetric ? 'symmetric' : inverse, uses, side, `${colour}, ${lineStyle}`]
}
