import { type Command, Option } from 'commander'
import type { CallEngine } from '#shared/contract/contract.ts'
import { type Confidence, confidences, type ObjectRef } from '#shared/model.ts'
import { findId, findObject, requireId } from '../find.ts'
import { requireText } from '../options.ts'
import { UsageError } from '../output.ts'
import { type Invocation, onNotebook } from '../run.ts'
import { brief, table } from '../table.ts'

const named = 'a source, annotation, claim or note: C2, an id, or how a title, statement or quote begins'
const unset = 'unset'
const confidence = () =>
  new Option('--confidence <step>', 'how sure one is of it').choices([...confidences, unset])

/** The commands that link objects. `link FROM RELATION TO` is `link add`. */
export function addLink(program: Command): void {
  const link = program.command('link').description('link any two of source, annotation, claim and note')
  const add = link
    .command('add', { isDefault: true })
    .description('link two objects; prints the new id')
    .argument('<from>', named)
    .argument('<relation>', 'such as supports, contradicts, qualifies')
    .argument('<to>', named)
    .option('--from-quote <text>', 'the passage of the source FROM that is linked; it is marked')
    .option('--to-quote <text>', 'the passage of the source TO that is linked; it is marked')
    .option('--rationale <text>', 'why')
    .addOption(confidence())
  onNotebook(add, 'write', createLink)
  const edit = link
    .command('edit')
    .description('change a link')
    .argument('<link>', 'its id')
    .option('--relation <relation>', 'another relation')
    .option('--rationale <text>', 'why it holds')
    .addOption(confidence())
  onNotebook(edit, 'write', editLink)
  const remove = link
    .command('delete')
    .description('remove a link; prints its id')
    .argument('<link>', 'its id')
  onNotebook(remove, 'write', deleteLink)
  const list = link
    .command('list')
    .description('list links, or those of one object')
    .argument('[object]', named)
    .option('--relation <relation>', 'only those of this relation')
  onNotebook(list, 'read', listLinks)
}

async function createLink({ call, out, args, options }: Invocation): Promise<void> {
  const [fromName = '', relation = '', toName = ''] = args
  requireText(relation, 'A link needs a relation.')
  const from = await findEnd(call, fromName, options.fromQuote)
  const to = await findEnd(call, toName, options.toQuote)
  // A passage takes the colour of what it is marked for, as in the window.
  const known = (await call('relations.list', {})).find(
    ({ id, name }) => id === relation || name.toLowerCase() === relation.toLowerCase(),
  )
  const { rationale } = options
  const step = confidenceOf(options.confidence)
  const { linkId } = await call('links.connect', {
    ...{ from, to, relation, rationale },
    confidence: step,
    colour: known?.colour,
  })
  out.result({ id: linkId }, () => linkId)
}

/** An end of a link: an object, or a passage of a source by its words. */
async function findEnd(
  call: CallEngine,
  name: string,
  quote: string | undefined,
): Promise<ObjectRef | { sourceId: string; quote: string }> {
  if (quote === undefined) return findObject(call, name)
  requireText(quote, 'A passage needs words.')
  return { sourceId: await findId(call, name, 'source'), quote }
}

async function editLink({ call, out, args: [given = ''], options }: Invocation): Promise<void> {
  const { relation, rationale } = options
  const step = confidenceOf(options.confidence)
  if (relation === undefined && rationale === undefined && step === undefined) {
    throw new UsageError('Say what is to change, such as --confidence high.')
  }
  const id = requireId(given, 'link')
  await call('links.update', { id, relation, rationale, confidence: step })
  out.result({ id }, () => id)
}

function confidenceOf(given: Confidence | typeof unset | undefined): Confidence | null | undefined {
  return given === unset ? null : given
}

async function deleteLink({ call, out, args: [given = ''] }: Invocation): Promise<void> {
  const id = requireId(given, 'link')
  await call('links.delete', { id })
  out.result({ id }, () => id)
}

async function listLinks({ call, out, args: [given], options }: Invocation): Promise<void> {
  const object = given === undefined ? undefined : await findObject(call, given)
  const relationId = options.relation === undefined ? null : await findId(call, options.relation, 'relation')
  const links = (await call('links.list', { object })).filter(
    (link) => relationId === null || link.relationId === relationId,
  )
  if (out.json) {
    for (const link of links) out.result(link, String)
    return
  }
  const rows = links.map(({ id, fromLabel, relation, toLabel, confidence: step }) => [
    id,
    brief(fromLabel, 36),
    relation,
    step ?? '',
    brief(toLabel, 36),
  ])
  out.say(rows.length === 0 ? 'no links' : table(rows))
}
