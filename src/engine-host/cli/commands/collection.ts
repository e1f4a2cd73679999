import type { Command } from 'commander'
import { collectionPaths } from '#shared/collections.ts'
import type { CallEngine } from '#shared/contract/contract.ts'
import { CrossreadError } from '#shared/errors.ts'
import { isId } from '#shared/ids.ts'
import type { Collection } from '#shared/model.ts'
import { findId } from '../find.ts'
import { requireText } from '../options.ts'
import { type Invocation, onNotebook } from '../run.ts'
import { table } from '../table.ts'

const named = 'its id, its name, or where it stands, such as Europe/Ferries'

/** The commands that gather sources in collections. */
export function addCollection(program: Command): void {
  const collection = program.command('collection').description('gather sources in collections')
  onNotebook(
    collection.command('list').description('list collections with how many sources are in each'),
    'read',
    list,
  )
  const make = collection
    .command('create')
    .description('make a collection; prints the new id')
    .argument('<name>', 'its name')
    .option('--in <collection>', `make it inside another: ${named}`)
  onNotebook(make, 'write', create)
  const add = collection
    .command('add')
    .description('put sources into a collection')
    .argument('<collection>', named)
    .argument('[source...]', 'the sources: their ids, or how their titles begin')
    .option('--search <query>', 'every source that a query finds')
  onNotebook(add, 'write', (invocation) => change(invocation, 'add'))
  const remove = collection
    .command('remove')
    .description('take sources out of a collection; they stay in the notebook')
    .argument('<collection>', named)
    .argument('[source...]', 'the sources: their ids, or how their titles begin')
    .option('--search <query>', 'every source that a query finds')
  onNotebook(remove, 'write', (invocation) => change(invocation, 'remove'))
}

async function list({ call, out }: Invocation): Promise<void> {
  const collections = await call('collections.list', {})
  const paths = collectionPaths(collections)
  const rows = collections
    .map((each) => ({ each, path: (paths.get(each.id) ?? []).join('/') }))
    .sort((a, b) => a.path.localeCompare(b.path))
  if (out.json) for (const { each, path } of rows) out.result({ ...each, path }, String)
  else {
    const lines = rows.map(({ each, path }) => [each.id, each.sources, path])
    out.say(lines.length === 0 ? 'no collections' : table(lines))
  }
}

async function create({ call, out, args: [given = ''], options }: Invocation): Promise<void> {
  const name = requireText(given, 'A collection needs a name.')
  const parentId = options.in === undefined ? null : (await find(call, options.in)).id
  const { id } = await call('collections.create', { name, parentId })
  out.result({ id }, () => id)
}

async function change({ call, out, args, options }: Invocation, what: 'add' | 'remove'): Promise<void> {
  const [given = '', ...names] = args
  const { id, name } = await find(call, given)
  const found =
    options.search === undefined ? [] : (await call('search.sources', { query: options.search })).sourceIds
  const chosen: string[] = []
  for (const each of names) chosen.push(await findId(call, each, 'source'))
  const sourceIds = [...new Set([...chosen, ...found])]
  if (sourceIds.length === 0) {
    if (options.search !== undefined) throw new CrossreadError('not_found', 'The query finds no source.')
    throw new CrossreadError('invalid_input', 'Name the sources, or find them by --search QUERY.')
  }
  if (what === 'add') {
    const { added } = await call('collections.add', { id, sourceIds })
    out.result({ id, added }, () => `${added} added to ${name}`)
  } else {
    const { removed } = await call('collections.remove', { id, sourceIds })
    out.result({ id, removed }, () => `${removed} removed from ${name}`)
  }
}

/** Finds a collection by its id, its name or where it stands. Throws `not_found`, or `conflict` where a name is several's. */
async function find(call: CallEngine, given: string): Promise<Collection> {
  const collections = await call('collections.list', {})
  if (isId(given)) {
    const one = collections.find(({ id }) => id === given.toLowerCase())
    if (one !== undefined) return one
  }
  const paths = collectionPaths(collections)
  const wanted = folded(given)
  const found = collections.filter(
    ({ id, name }) => folded(name) === wanted || folded((paths.get(id) ?? []).join('/')) === wanted,
  )
  const [only] = found
  if (only === undefined) throw new CrossreadError('not_found', `The notebook has no collection “${given}”.`)
  if (found.length > 1) {
    const places = found.map(({ id }) => (paths.get(id) ?? []).join('/')).join(', ')
    throw new CrossreadError('conflict', `Several collections are called “${given}”: ${places}.`)
  }
  return only
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
