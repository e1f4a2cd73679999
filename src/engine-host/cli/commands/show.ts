import { Argument, type Command } from 'commander'
import type { CallEngine } from '#shared/contract/contract.ts'
import { type Annotation, type LinkView, type ObjectKind, objectKinds, type Source } from '#shared/model.ts'
import { claimText, namesOfRelations } from '../claim-text.ts'
import { findId } from '../find.ts'
import { type Invocation, onNotebook } from '../run.ts'
import { brief, table } from '../table.ts'

interface Shown {
  object: object
  text: string
}

const shows: Record<ObjectKind, (call: CallEngine, id: string) => Promise<Shown>> = {
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
    return { object: claim, text: claimText(claim, await namesOfRelations(call)) }
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
    .addArgument(new Argument('<kind>', 'what it is').choices(objectKinds))
    .argument('<object>', 'its id, or how its title, statement or quote begins; a claim also as C2')
  onNotebook(command, 'read', show)
}

async function show({ call, out, args: [kind = '', given = ''] }: Invocation): Promise<void> {
  const known = objectKinds.find((each) => each === kind)
  if (known === undefined) return
  const { object, text } = await shows[known](call, await findId(call, given, known))
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
