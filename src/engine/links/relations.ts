import { CrossreadError } from '#shared/errors.ts'
import { newId } from '#shared/ids.ts'
import type { Relation } from '#shared/model.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { now, required, type Session } from '../session.ts'
import type { Db } from '../store/database.ts'
import { deleteLink, findLink, findSameLink, updateLink } from '../store/links.ts'
import {
  deleteRelation,
  findRelation,
  findRelationId,
  insertRelation,
  linksOfRelation,
  listRelations,
  type RelationFields,
  updateRelation,
} from '../store/relations.ts'
import { joinedLinks } from './move.ts'

export const relationHandlers: Handlers<CallsOf<'relations'>> = {
  'relations.list': ({ store }) => listRelations(store.db),

  'relations.create': (session, fields) => {
    const { db } = session.store
    freeName(db, fields.name, null)
    const id = newId()
    session.change('relations.create', () => insertRelation(db, id, fields))
    return required(findRelation(db, id), 'relation')
  },

  'relations.update': (session, { id, ...changes }) => {
    const { db } = session.store
    const relation = required(findRelation(db, id), 'relation')
    if (changes.name !== undefined) freeName(db, changes.name, id)
    session.change('relations.update', () => updateRelation(db, id, changed(relation, changes)))
    return required(findRelation(db, id), 'relation')
  },

  'relations.merge': (session, { id, intoId }) => {
    const { db } = session.store
    const relation = ownRelation(db, id)
    required(findRelation(db, intoId), 'relation')
    if (id === intoId) throw new CrossreadError('invalid_input', 'A relation cannot be merged into itself.')
    session.change('relations.merge', () => {
      for (const linkId of linksOfRelation(db, id)) giveRelation(session, linkId, intoId)
      deleteRelation(db, id)
    })
    return { moved: relation.uses }
  },

  'relations.delete': (session, { id }) => {
    const { db } = session.store
    const { name, uses } = ownRelation(db, id)
    if (uses > 0) {
      const links = uses === 1 ? 'a link has' : `${uses} links have`
      const message = `“${name}” cannot be removed: ${links} it. Merge it into another relation.`
      throw new CrossreadError('conflict', message, { uses })
    }
    session.change('relations.delete', () => deleteRelation(db, id))
    return { ok: true }
  },
}

/** A relation that may be removed: one of the researcher's own. */
function ownRelation(db: Db, id: string): Relation {
  const relation = required(findRelation(db, id), 'relation')
  if (!relation.builtin) return relation
  throw new CrossreadError(
    'invalid_input',
    `“${relation.name}” comes with every notebook and stays. It can be renamed.`,
  )
}

function freeName(db: Db, name: string, ownId: string | null): void {
  const taken = findRelationId(db, name)
  if (taken !== null && taken !== ownId) {
    throw new CrossreadError('conflict', `There is a relation “${name}” already.`, { id: taken })
  }
}

function changed(
  relation: Relation,
  changes: { [Field in keyof RelationFields]?: RelationFields[Field] | undefined },
): RelationFields {
  return {
    name: changes.name ?? relation.name,
    inverse: changes.inverse ?? relation.inverse,
    sign: changes.sign ?? relation.sign,
    colour: changes.colour ?? relation.colour,
    lineStyle: changes.lineStyle ?? relation.lineStyle,
    symmetric: changes.symmetric ?? relation.symmetric,
    stance: changes.stance ?? relation.stance,
  }
}

/** Makes a link one of another relation; where there is one that says the same, that one takes its words. */
function giveRelation({ store: { db } }: Session, linkId: string, relationId: string): void {
  const link = required(findLink(db, linkId), 'link')
  const same = findSameLink(db, link.from, relationId, link.to)
  const at = now()
  if (same === null) updateLink(db, linkId, { ...link, relationId, at })
  else {
    updateLink(db, same.id, { ...joinedLinks(same, link), at })
    deleteLink(db, linkId)
  }
}
