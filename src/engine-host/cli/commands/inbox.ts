import { type Command, Option, type OptionValues } from 'commander'
import { CrossreadError } from '#shared/errors.ts'
import { isId } from '#shared/ids.ts'
import { type InboxItem, type InboxRule, inboxRules } from '#shared/model.ts'
import words from '#shared/strings/en/inbox.json' with { type: 'json' }
import { findByName } from '../find.ts'
import { UsageError } from '../output.ts'
import { type Invocation, onNotebook } from '../run.ts'
import { brief, table } from '../table.ts'

const rule = (flags: string, what: string) => new Option(flags, what).choices(inboxRules)

export function addInbox(program: Command): void {
  const command = program
    .command('inbox')
    .description('what needs an eye: claims of one voice, changed passages, sources without annotations …')
    .argument('[object]', 'what is muted: C2, an id, or how a title, quote or tag begins')
    .addOption(rule('--rule <rule>', 'only what this rule asks'))
    .option('--muted', 'only what was muted, with the reasons')
    .addOption(rule('--mute <rule>', 'this rule need not ask about the object any more'))
    .option('--reason <text>', 'why not')
    .addOption(rule('--unmute <rule>', 'this rule is to ask about the object again'))
  const access = ({ mute, unmute }: OptionValues) =>
    mute === undefined && unmute === undefined ? 'read' : 'write'
  onNotebook(command, access, inbox)
}

async function inbox(invocation: Invocation): Promise<void> {
  const { args, options } = invocation
  const [object] = args
  const asked: InboxRule | undefined = options.mute ?? options.unmute
  if (options.mute !== undefined && options.unmute !== undefined) {
    throw new UsageError('Use --mute or --unmute, not both.')
  }
  if (asked === undefined) {
    if (object !== undefined) throw new UsageError('An object is named with --mute or --unmute.')
    return list(invocation)
  }
  if (object === undefined) throw new UsageError('Which object? Name it behind the rule.')
  if (options.unmute !== undefined) return unmute(invocation, asked, object)
  if (options.reason === undefined)
    throw new UsageError('--reason TEXT is missing: why need it not be asked?')
  return mute(invocation, asked, object)
}

async function list({ call, out, options }: Invocation): Promise<void> {
  const isWanted = (item: InboxItem) =>
    (options.rule === undefined || item.rule === options.rule) &&
    (item.muted !== null) === (options.muted === true)
  const items = (await call('views.inbox', {})).filter(isWanted)
  if (out.json) {
    for (const item of items) out.result(item, String)
    return
  }
  if (items.length === 0) out.say(options.muted === true ? 'nothing is muted' : 'nothing to do')
  for (const [index, wanted] of inboxRules
    .filter((each) => items.some((item) => item.rule === each))
    .entries()) {
    const found = items.filter((item) => item.rule === wanted)
    const head = `${words[`${wanted}.title`]} (${found.length}, ${wanted})\n${words[`${wanted}.why`]}`
    const rows = found.map(({ object, label, muted }) => [
      object.id,
      brief(label),
      ...(muted === null ? [] : [muted.reason]),
    ])
    out.say(`${index === 0 ? '' : '\n'}${head}\n${table(rows)}`)
  }
}

async function mute(invocation: Invocation, asked: InboxRule, given: string): Promise<void> {
  const { call, out, options } = invocation
  const { object } = await findItem(invocation, asked, given)
  const { id } = await call('inbox.mute', { rule: asked, object, reason: options.reason })
  out.result({ id, rule: asked, object }, () => id)
}

async function unmute(invocation: Invocation, asked: InboxRule, given: string): Promise<void> {
  const { call, out } = invocation
  const { muted, object } = await findItem(invocation, asked, given)
  if (muted === null) throw new CrossreadError('not_found', 'This is not muted (any more).')
  await call('inbox.unmute', { id: muted.id })
  out.result({ id: muted.id, rule: asked, object }, () => muted.id)
}

/** What a rule asks about an object. Throws `not_found` where it asks nothing. */
async function findItem({ call }: Invocation, asked: InboxRule, given: string): Promise<InboxItem> {
  const items = (await call('views.inbox', {})).filter((item) => item.rule === asked)
  const kinds = [...new Set(items.map((item) => item.object.kind))]
  const id = isId(given)
    ? given.toLowerCase()
    : kinds.length === 0
      ? null
      : (await findByName(call, given, kinds)).id
  const item = items.find(({ object }) => object.id === id)
  if (item === undefined) {
    throw new CrossreadError('not_found', `The rule ${asked} does not ask about “${given}”.`)
  }
  return item
}
