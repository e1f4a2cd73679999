import { Argument, type Command } from 'commander'
import type { CallEngine } from '#shared/contract/contract.ts'
import { type Invocation, onNotebook } from '../run.ts'
import { brief, table } from '../table.ts'

type Row = (string | number)[]
interface Listing {
  objects: object[]
  rows: Row[]
}

/** What can be listed: how to get it, and the columns a person sees. */
const listings: Record<string, (call: CallEngine) => Promise<Listing>> = {
  sources: async (call) =>
    listing(await call('sources.list', {}), ({ id, title, annotations, words }) => [
      id,
      `${annotations} annotations`,
      `${words} words`,
      brief(title),
    ]),
  annotations: async (call) =>
    listing(await call('annotations.list', {}), ({ id, colour, state, tags, quote }) => [
      id,
      colour,
      state,
      tags.join(', '),
      brief(quote),
    ]),
  claims: async (call) =>
    listing(await call('claims.list', {}), ({ id, number, status, statement }) => [
      id,
      `C${number}`,
      status,
      brief(statement),
    ]),
  notes: async (call) => listing(await call('notes.list', {}), ({ id, title }) => [id, brief(title)]),
  links: async (call) =>
    listing(await call('links.list', {}), ({ id, fromLabel, relation, toLabel }) => [
      id,
      brief(fromLabel, 36),
      relation,
      brief(toLabel, 36),
    ]),
  tags: async (call) => listing(await call('tags.list', {}), ({ id, name, uses }) => [id, uses, name]),
  flags: async (call) =>
    listing(await call('flags.list', {}), ({ id, kind, state, message }) => [
      id,
      kind,
      state,
      brief(message),
    ]),
}

export function addList(program: Command): void {
  const what = new Argument('<what>', 'what to list').choices(Object.keys(listings))
  onNotebook(
    program.command('list').description('list everything of one kind').addArgument(what),
    'read',
    list,
  )
}

async function list({ call, out, args: [what = ''] }: Invocation): Promise<void> {
  const get = listings[what]
  if (get === undefined) return
  const { objects, rows } = await get(call)
  if (out.json) for (const object of objects) out.result(object, String)
  else out.say(rows.length === 0 ? `no ${what}` : table(rows))
}

function listing<T extends object>(objects: T[], row: (object: T) => Row): Listing {
  return { objects, rows: objects.map(row) }
}
