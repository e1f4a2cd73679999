import { type Command, Option } from 'commander'
import type { ClaimSummary, Relation } from '#shared/model.ts'
import { claimStatuses } from '#shared/model.ts'
import { claimText, countsText, namesOfRelations } from '../claim-text.ts'
import { readTextFile } from '../files.ts'
import { findId } from '../find.ts'
import { collected, requireText } from '../options.ts'
import { UsageError } from '../output.ts'
import { type Invocation, onNotebook } from '../run.ts'
import { brief, table } from '../table.ts'

const named = 'a claim: C2, its id, or how its statement begins'
const newStatement = ['--statement <statement>', 'what it is to say'] as const

/** The commands that state claims, weigh them, make one of several and part one. */
export function addClaim(program: Command): void {
  const claim = program.command('claim').description('state claims and weigh them')
  addMaking(claim)
  addReading(claim)
  const merge = claim
    .command('merge')
    .description('make one claim of several: the first takes evidence, tags and reasoning of the others')
    .argument('<claim>', named)
    .argument('<others...>', 'the claims that become part of it')
    .option(...newStatement)
  onNotebook(merge, 'write', mergeClaims)
  const split = claim
    .command('split')
    .description('part a claim: each part is a new claim with the links named for it; prints the new ids')
    .argument('<claim>', named)
    .requiredOption('--part <statement>', 'a new claim; can be given again', (statement, before?: Part[]) => [
      ...(before ?? []),
      { statement, linkIds: [] },
    ])
    .option('--link <id>', 'a link that goes to the part named before; can be given again', (id) => {
      const part = (split.getOptionValue('part') as Part[] | undefined)?.at(-1)
      if (part === undefined) throw new UsageError('--link belongs to the --part before it.')
      part.linkIds.push(id)
    })
  onNotebook(split, 'write', splitClaim)
}

interface Part {
  statement: string
  linkIds: string[]
}

function addMaking(claim: Command): void {
  const status = () => new Option('--status <status>', 'its status').choices(claimStatuses)
  const add = claim
    .command('add')
    .description('state a claim; prints the new id')
    .argument('<statement>', 'a statement that can be true or false')
    .addOption(status())
  onNotebook(add, 'write', createClaim)
  const edit = claim
    .command('edit')
    .description('change a claim; its tags are a step of their own')
    .argument('<claim>', named)
    .option(...newStatement)
    .addOption(status())
    .option('--reasoning <file>', 'Markdown: a file, or - for standard input')
    .option('--tag <tag>', 'a tag it gets; can be given again', collected)
    .option('--untag <tag>', 'a tag it loses; can be given again', collected)
  onNotebook(edit, 'write', editClaim)
  const remove = claim
    .command('delete')
    .description('remove a claim and its links; prints its id')
    .argument('<claim>', named)
  onNotebook(remove, 'write', deleteClaim)
}

function addReading(claim: Command): void {
  const show = claim
    .command('show')
    .description('show a claim with its evidence by relation and origin')
    .argument('<claim>', named)
  onNotebook(show, 'read', showClaim)
  const list = claim
    .command('list')
    .description('list claims with their evidence: links, and origins where they are fewer')
    .addOption(new Option('--status <status>', 'only those of this status').choices(claimStatuses))
    .option('--tag <tag>', 'only those with this tag')
  onNotebook(list, 'read', listClaims)
}

async function createClaim({ call, out, args: [given = ''], options }: Invocation): Promise<void> {
  const statement = requireText(given, 'A claim needs a statement.')
  const { id } = await call('claims.create', { statement, status: options.status })
  out.result({ id }, () => id)
}

async function editClaim({ call, out, args: [given = ''], options }: Invocation): Promise<void> {
  const { statement, status, tag = [], untag = [] } = options
  const isTagged = tag.length > 0 || untag.length > 0
  const isChanged = statement !== undefined || status !== undefined || options.reasoning !== undefined
  if (!isChanged && !isTagged) throw new UsageError('Say what is to change, such as --status supported.')
  if (statement !== undefined) requireText(statement, 'A claim needs a statement.')
  const id = await findId(call, given, 'claim')
  if (isChanged) {
    const reasoning = options.reasoning === undefined ? undefined : await richTextOf(options.reasoning)
    await call('claims.update', { id, statement, status, reasoning })
  }
  if (isTagged) {
    const { tags } = await call('claims.get', { id })
    const names = [...tags.filter((name) => !untag.includes(name)), ...tag]
    await call('tags.set', { object: { kind: 'claim', id }, names: [...new Set<string>(names)] })
  }
  out.result({ id }, () => id)
}

/** A Markdown file as rich text; an empty one is no reasoning. */
async function richTextOf(file: string) {
  const markdown = await readTextFile(file)
  if (markdown.trim() === '') return null
  const { fromMarkdown } = await import('#engine/markdown.ts')
  return fromMarkdown(markdown)
}

async function deleteClaim({ call, out, args: [given = ''] }: Invocation): Promise<void> {
  const id = await findId(call, given, 'claim')
  await call('claims.delete', { id })
  out.result({ id }, () => id)
}

async function mergeClaims({ call, out, args, options }: Invocation): Promise<void> {
  const ids: string[] = []
  for (const given of args) ids.push(await findId(call, given, 'claim'))
  const { id, number } = await call('claims.merge', { ids, statement: options.statement })
  out.result({ id, number }, () => `merged into C${number}`)
}

async function splitClaim({ call, out, args: [given = ''], options }: Invocation): Promise<void> {
  const parts: Part[] = options.part
  for (const { statement } of parts) requireText(statement, 'A claim needs a statement.')
  const id = await findId(call, given, 'claim')
  const { claimIds } = await call('claims.split', { id, parts })
  for (const partId of claimIds) out.result({ id: partId }, () => partId)
}

async function showClaim({ call, out, args: [given = ''] }: Invocation): Promise<void> {
  const claim = await call('claims.get', { id: await findId(call, given, 'claim') })
  const relations = await namesOfRelations(call)
  out.result(claim, () => claimText(claim, relations))
}

async function listClaims({ call, out, options }: Invocation): Promise<void> {
  const isWanted = ({ status, tags }: ClaimSummary) =>
    (options.status === undefined || status === options.status) &&
    (options.tag === undefined || tags.includes(options.tag))
  const claims = (await call('claims.list', {})).filter(isWanted)
  if (out.json) {
    for (const claim of claims) out.result(claim, String)
    return
  }
  const relations = new Map((await call('relations.list', {})).map((relation) => [relation.id, relation]))
  const rows = claims.map((claim) => claimRow(claim, relations))
  out.say(rows.length === 0 ? 'no claims' : table(rows))
}

function claimRow(claim: ClaimSummary, relations: ReadonlyMap<string, Relation>): string[] {
  const evidence = claim.counts.map(
    (count) => `${relations.get(count.relationId)?.sign} ${countsText(count)}`,
  )
  const { status, suggestion } = claim
  const told = suggestion.status === status ? status : `${status} (${suggestion.status}?)`
  return [`C${claim.number}`, told, evidence.join('; '), brief(claim.statement)]
}
