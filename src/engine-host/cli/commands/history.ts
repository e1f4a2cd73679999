import type { Command } from 'commander'
import type { CallEngine } from '#shared/contract/contract.ts'
import { CrossreadError } from '#shared/errors.ts'
import { isId } from '#shared/ids.ts'
import type { ObjectVersion } from '#shared/model.ts'
import words from '#shared/strings/en/history.json' with { type: 'json' }
import { findByName, type Kind } from '../find.ts'
import { wholeNumber } from '../options.ts'
import { type Invocation, onNotebook } from '../run.ts'
import { brief, table } from '../table.ts'

const named = 'C2, an id, or how a title, statement, quote or name begins; what is gone has only its id'
const byName: readonly Kind[] = ['source', 'claim', 'note', 'annotation', 'relation', 'tag', 'collection']
const kinds = [...byName, 'link'] as const

/** The commands that say what was done, and take an object back to an earlier state. */
export function addHistory(program: Command): void {
  const history = program
    .command('history')
    .description('what was done, the newest first; with an object, the states that it was in')
    .argument('[object]', named)
    .option('--limit <n>', 'how many steps at most', wholeNumber(1, 100_000))
  onNotebook(history, 'read', show)
  const restore = program
    .command('restore')
    .description('take an object back to the state that a step of its history left it in')
    .argument('<object>', named)
    .argument('<step>', 'the number of the step', wholeNumber(0, Number.MAX_SAFE_INTEGER))
  onNotebook(restore, 'write', takeBack)
}

async function show({ call, out, args: [given], options }: Invocation): Promise<void> {
  if (given !== undefined) return showObject(call, out, given, options.limit)
  const steps = await call('history.list', { limit: options.limit })
  if (out.json) {
    for (const step of steps) out.result(step, String)
    return
  }
  const rows = steps.map(({ id, at, state, author, label }) => [
    id,
    minute(at),
    author ?? '',
    state,
    inWords(label),
  ])
  out.say(rows.length === 0 ? words.empty : table(rows))
}

async function showObject(
  call: CallEngine,
  out: Invocation['out'],
  given: string,
  limit: number | undefined,
): Promise<void> {
  const { versions } = await findHistoric(call, given)
  const shown = versions.slice(0, limit)
  if (out.json) for (const version of shown) out.result(version, String)
  else out.say(shown.length === 0 ? words.empty : shown.map(versionText).join('\n'))
}

function versionText({ step, at, author, label, change, fields, current }: ObjectVersion): string {
  const head = [String(step), minute(at), author ?? '', change, inWords(label), current ? '(now)' : '']
  const lines = fields.map(({ field, before, after }) => {
    const told = change === 'changed' ? `${quoted(before)} → ${quoted(after)}` : quoted(after || before)
    return `    ${field}: ${told}`
  })
  return [head.filter((part) => part !== '').join('  '), ...lines].join('\n')
}

async function takeBack({ call, out, args: [given = '', step = ''] }: Invocation): Promise<void> {
  const { kind, id } = await findHistoric(call, given)
  await call('history.restore', { object: { kind, id }, step: Number(step) })
  out.result({ id }, () => id)
}

interface Historic {
  kind: (typeof kinds)[number]
  id: string
  versions: ObjectVersion[]
}

/** An object with its states, the newest first. An id may be that of something gone. */
async function findHistoric(call: CallEngine, given: string): Promise<Historic> {
  if (!isId(given)) {
    const object = await findByName(call, given, byName)
    return { ...object, versions: await call('history.ofObject', { object }) }
  }
  const id = given.toLowerCase()
  for (const kind of kinds) {
    const versions = await call('history.ofObject', { object: { kind, id } })
    if (versions.length > 0) return { kind, id, versions }
  }
  throw new CrossreadError('not_found', `Nothing in the history is about ${id}.`)
}

const labels: Record<string, string> = words

function inWords(label: string): string {
  return labels[label] ?? label
}

/** `2026-11-22 09:50`, in the time that steps are noted in: UTC. */
function minute(at: string): string {
  return at.slice(0, 16).replace('T', ' ')
}

function quoted(text: string): string {
  return `“${brief(text)}”`
}
