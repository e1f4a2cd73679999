import { Argument, type Command } from 'commander'
import type { CallEngine } from '#shared/contract/contract.ts'
import type { Annotation, Claim, Evidence, LinkView, Source } from '#shared/model.ts'
import { requireId } from '../find.ts'
import { type Invocation, onNotebook } from '../run.ts'
import { brief, table } from '../table.ts'

interface Shown {
  object: object
  text: string
}

const shows: Record<string, (call: CallEngine, id: string) => Promise<Shown>> = {
  source: async (call, id) => {
    const source = await call('sources.get', { id })
    const annotations = await call('annotations.list', { sourceId: id })
    return { object: { ...source, annotations }, text: sourceText(source, annotations) }
  },
  annotation: async (call, id) => {
    const annotation = await call('annotations.get', { id })
    const links = await call('links.list', { object: { kind: 'annotation', id } })
    return { object: { ...annotation, links }, text: annotationText(annotation, links) }
  },
  claim: async (call, id) => {
    const claim = await call('claims.get', { id })
    const relations = new Map(
      (await call('relations.list', {})).map((relation) => [relation.id, relation.name]),
    )
    return { object: claim, text: claimText(claim, relations) }
  },
  note: async (call, id) => {
    const note = await call('notes.get', { id })
    return { object: note, text: `${note.title}\n\n${note.contentText}` }
  },
}

export function addShow(program: Command): void {
  const command = program
    .command('show')
    .description('show one object with everything that belongs to it')
    .addArgument(new Argument('<kind>', 'what it is').choices(Object.keys(shows)))
    .argument('<id>', 'its id')
  onNotebook(command, 'read', show)
}

async function show({ call, out, args: [kind = '', id = ''] }: Invocation): Promise<void> {
  const get = shows[kind]
  if (get === undefined) return
  const { object, text } = await get(call, requireId(id, kind))
  out.result(object, () => text)
}

function sourceText(source: Source, annotations: Annotation[]): string {
  const rows = annotations.map(({ start, end, colour, state, quote }) => [
    `${start}-${end}`,
    colour,
    state,
    brief(quote),
  ])
  const list = rows.length === 0 ? '' : `\n\n${rows.length} annotations\n${table(rows)}`
  return `${source.title}\n\n${source.text}${list}`
}

function annotationText(annotation: Annotation, links: LinkView[]): string {
  const { quote, colour, state, start, end, tags, commentText } = annotation
  const lines = [`“${quote}”`, `${colour}, ${state}, ${start}-${end}`]
  if (tags.length > 0) lines.push(`tags: ${tags.join(', ')}`)
  if (commentText !== '') lines.push('', commentText)
  if (links.length > 0) lines.push('')
  for (const link of links) lines.push(`${brief(link.fromLabel)} → ${link.relation} → ${brief(link.toLabel)}`)
  return lines.join('\n')
}

function claimText(claim: Claim, relations: Map<string, string>): string {
  const lines = [`C${claim.number} ${claim.statement}`, `status: ${claim.status}`]
  if (claim.reasoningText !== '') lines.push('', claim.reasoningText)
  for (const item of claim.evidence) lines.push('', evidenceText(item, relations))
  return lines.join('\n')
}

function evidenceText(item: Evidence, relations: Map<string, string>): string {
  const relation = relations.get(item.link.relationId) ?? ''
  const what =
    item.annotation === null ? item.otherLabel : `“${item.annotation.quote}” — ${item.source?.title ?? ''}`
  const rationale = item.link.rationale === '' ? '' : `\n    ${item.link.rationale}`
  return `${item.incoming ? relation : `→ ${relation} →`}: ${what}${rationale}`
}
