import type { LinkView, ObjectRef, Relation } from '#shared/model.ts'

/** A link as seen from one of its ends. */
export interface SeenLink {
  link: LinkView
  other: ObjectRef
  otherLabel: string
}

/** Links of one relation and direction. A symmetric relation has one group, whichever way its links were drawn. */
export interface LinkGroup {
  key: string
  relation: Relation
  /** Whether the object is the target of these links. */
  incoming: boolean
  links: SeenLink[]
}

/** The links of `object` by relation, in the order of `relations`, those that start at it before those that end there. */
export function groupLinks(
  links: readonly LinkView[],
  object: ObjectRef,
  relations: readonly Relation[],
): LinkGroup[] {
  return relations.flatMap((relation) => {
    const own = links.filter((link) => link.relationId === relation.id)
    const outgoing = own.filter((link) => link.from.id === object.id)
    const incoming = own.filter((link) => link.from.id !== object.id)
    const groups: LinkGroup[] = relation.symmetric
      ? [groupOf(relation, false, own, object)]
      : [groupOf(relation, false, outgoing, object), groupOf(relation, true, incoming, object)]
    return groups.filter((group) => group.links.length > 0)
  })
}

function groupOf(
  relation: Relation,
  incoming: boolean,
  links: readonly LinkView[],
  object: ObjectRef,
): LinkGroup {
  return {
    key: `${relation.id}:${incoming ? 'in' : 'out'}`,
    relation,
    incoming,
    links: links.map((link) => {
      const startsHere = link.from.id === object.id
      return {
        link,
        other: startsHere ? link.to : link.from,
        otherLabel: startsHere ? link.toLabel : link.fromLabel,
      }
    }),
  }
}
