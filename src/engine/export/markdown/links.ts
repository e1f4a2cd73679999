import type { LinkView, ObjectRef, Relation } from '#shared/model.ts'
import { escapeInline } from './escape.ts'
import type { Vault } from './vault.ts'

/** How a link reads from one of its ends: `supports`, or `supported by` from the target. */
export function relationFrom(relation: Relation | undefined, incoming: boolean): string {
  if (relation === undefined) return 'linked with'
  return incoming && !relation.symmetric ? relation.inverse : relation.name
}

/** One list item a link of `object`, with the link's other end, rationale and confidence. */
export function linkItems(
  object: ObjectRef,
  links: LinkView[],
  relations: Map<string, Relation>,
  vault: Vault,
): string[] {
  return links.map((link) => {
    const incoming = link.to.kind === object.kind && link.to.id === object.id
    const reading = relationFrom(relations.get(link.relationId), incoming)
    const other = incoming ? vault.link(link.from, link.fromLabel) : vault.link(link.to, link.toLabel)
    return `- ${escapeInline(reading)} ${other}${reasons(link)}`
  })
}

/** Confidence and rationale, to stand behind a link; empty where the link has neither. */
export function reasons(link: { rationale: string; confidence: string | null }): string {
  const confidence = link.confidence === null ? '' : ` (${link.confidence} confidence)`
  const rationale = link.rationale.trim().replace(/\s+/g, ' ')
  return rationale === '' ? confidence : `${confidence}: ${escapeInline(rationale)}`
}
