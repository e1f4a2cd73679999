import type { CallEngine } from '#shared/contract/contract.ts'
import type { Claim, Evidence, EvidenceCount } from '#shared/model.ts'

export async function namesOfRelations(call: CallEngine): Promise<Map<string, string>> {
  return new Map((await call('relations.list', {})).map(({ id, name }) => [id, name]))
}

/** `3 sources, 1 origin`, or only how many sources where each is an origin of its own; links where there are no sources. */
export function countsText({ links, sources, origins }: EvidenceCount): string {
  if (sources === 0) return many(links, 'link')
  return sources === origins
    ? many(sources, 'source')
    : `${many(sources, 'source')}, ${many(origins, 'origin')}`
}

export function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** A claim for people: what it says, where it stands, and its evidence by relation and then by origin. */
export function claimText(claim: Claim, relations: ReadonlyMap<string, string>): string {
  const lines = [`C${claim.number} ${claim.statement}`, `status: ${claim.status}${suggestionText(claim)}`]
  if (claim.tags.length > 0) lines.push(`tags: ${claim.tags.join(', ')}`)
  if (claim.reasoningText !== '') lines.push('', claim.reasoningText)
  const incoming = groupBy(
    claim.evidence.filter((item) => item.incoming),
    (item) => item.link.relationId,
  )
  for (const [relationId, items] of incoming) {
    const count = claim.counts.find((each) => each.relationId === relationId)
    const told = count === undefined ? '' : ` (${countsText(count)})`
    lines.push('', `${relations.get(relationId) ?? relationId}${told}:`, ...byOrigin(items))
  }
  const outgoing = groupBy(
    claim.evidence.filter((item) => !item.incoming),
    (item) => item.link.relationId,
  )
  for (const [relationId, items] of outgoing) {
    lines.push('', `→ ${relations.get(relationId) ?? relationId} →`, ...items.flatMap((item) => told(item)))
  }
  return lines.join('\n')
}

function suggestionText({ status, suggestion }: Claim): string {
  if (suggestion.status === status) return ''
  const { supportingOrigins, contradictingOrigins } = suggestion
  return `; the evidence speaks for ${suggestion.status}: ${many(supportingOrigins, 'origin')} for it, ${contradictingOrigins} against`
}

/** Evidence that comes from several sources of one origin stands together under a line that says so. */
function byOrigin(items: readonly Evidence[]): string[] {
  const groups = groupBy(items, (item) => item.source?.originId ?? item.other.id)
  return [...groups.values()].flatMap((group) => {
    const sources = new Set(group.map((item) => item.source?.id))
    if (sources.size < 2) return group.flatMap((item) => told(item))
    return [`  ${sources.size} sources, 1 origin:`, ...group.flatMap((item) => told(item, '    '))]
  })
}

function told({ link, annotation, source, otherLabel }: Evidence, indent = '  '): string[] {
  const what = annotation === null ? otherLabel : `“${annotation.quote}” — ${source?.title ?? ''}`
  const confidence = link.confidence === null ? '' : `, confidence ${link.confidence}`
  const lines = [`${indent}${what}`, `${indent}  link ${link.id}${confidence}`]
  if (link.rationale !== '') lines.push(`${indent}  ${link.rationale}`)
  return lines
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
