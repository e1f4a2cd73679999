import type { Command } from 'commander'
import type { SourceSummary } from '#shared/model.ts'
import { findId } from '../find.ts'
import { type Invocation, onNotebook } from '../run.ts'

const named = 'a source: its id, or how its title begins'

/** The commands that say which sources are one voice. */
export function addOrigin(program: Command): void {
  const origin = program.command('origin').description('say which sources are one voice')
  onNotebook(origin.command('list').description('list origins that several sources share'), 'read', list)
  const group = origin
    .command('group')
    .description('make sources one voice; each brings its whole group along')
    .argument('<source>', named)
    .argument('<others...>', 'the sources that share its origin')
  onNotebook(group, 'write', groupSources)
  const ungroup = origin
    .command('ungroup')
    .description('make a source a voice of its own again')
    .argument('<source>', named)
  onNotebook(ungroup, 'write', ungroupSource)
}

async function list({ call, out }: Invocation): Promise<void> {
  const groups = new Map<string, SourceSummary[]>()
  for (const source of await call('sources.list', {})) {
    if (source.originSize < 2) continue
    groups.set(source.originId, [...(groups.get(source.originId) ?? []), source])
  }
  for (const [originId, sources] of groups) {
    const named = sources.map(({ id, title }) => ({ id, title }))
    const lines = named.map(({ id, title }) => `  ${id}  ${title}`)
    out.result({ originId, sources: named }, () => [`${named.length} sources, 1 origin`, ...lines].join('\n'))
  }
  if (groups.size === 0) out.say('no source shares its origin with another')
}

async function groupSources({ call, out, args }: Invocation): Promise<void> {
  const sourceIds: string[] = []
  for (const given of args) sourceIds.push(await findId(call, given, 'source'))
  const { originId } = await call('origins.group', { sourceIds })
  out.result({ originId }, () => `${sourceIds.length} sources, 1 origin`)
}

async function ungroupSource({ call, out, args: [given = ''] }: Invocation): Promise<void> {
  const id = await findId(call, given, 'source')
  await call('origins.ungroup', { sourceId: id })
  out.result({ id }, () => id)
}
