import { CrossreadError } from '#shared/errors.ts'
import { newId } from '#shared/ids.ts'
import type { Collection } from '#shared/model.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { required } from '../session.ts'
import {
  addToCollection,
  type CollectionRow,
  deleteCollection,
  insertCollection,
  knownSources,
  listCollectionRows,
  listCollections,
  listTaggedSources,
  removeFromCollection,
  updateCollection,
} from '../store/collections.ts'
import type { Db } from '../store/database.ts'
import { foldName } from '../store/names.ts'

/** Collections: named groups of sources, one inside another as folders are. A source can be in any number of them. */
export const collectionHandlers: Handlers<CallsOf<'collections'>> = {
  'collections.list': ({ store }) => listCollections(store.db),

  'collections.tags': ({ store }) => listTaggedSources(store.db),

  'collections.create': (session, { name, parentId = null, sourceIds = [] }) => {
    const { db } = session.store
    const row = { id: newId(), name, parentId }
    requirePlace(listCollectionRows(db), row)
    const sources = requireSources(db, sourceIds)
    session.change('collections.create', () => {
      insertCollection(db, row)
      addToCollection(db, row.id, sources)
    })
    return findCollection(db, row.id)
  },

  'collections.update': (session, { id, name, parentId }) => {
    const { db } = session.store
    const rows = listCollectionRows(db)
    const row = required(rows.find((other) => other.id === id) ?? null, 'collection')
    const next = { id, name: name ?? row.name, parentId: parentId === undefined ? row.parentId : parentId }
    requirePlace(rows, next)
    const label = next.parentId === row.parentId ? 'collections.rename' : 'collections.move'
    session.change(label, () => updateCollection(db, next))
    return findCollection(db, id)
  },

  'collections.delete': (session, { id }) => {
    const { db } = session.store
    findCollection(db, id)
    session.change('collections.delete', () => deleteCollection(db, id))
    return { ok: true }
  },

  'collections.add': (session, { id, sourceIds }) => {
    const { db } = session.store
    findCollection(db, id)
    const sources = requireSources(db, sourceIds)
    return { added: session.change('collections.add', () => addToCollection(db, id, sources)) }
  },

  'collections.remove': (session, { id, sourceIds }) => {
    const { db } = session.store
    findCollection(db, id)
    return { removed: session.change('collections.remove', () => removeFromCollection(db, id, sourceIds)) }
  },
}

function findCollection(db: Db, id: string): Collection {
  return required(listCollections(db).find((collection) => collection.id === id) ?? null, 'collection')
}

function requireSources(db: Db, ids: readonly string[]): string[] {
  const wanted = [...new Set(ids)]
  required(knownSources(db, wanted).length === wanted.length ? wanted : null, 'source')
  return wanted
}

/**
 * Two of one name in one place could not be told apart. Throws `conflict` then, `not_found` where its parent is none, and
 * `invalid_input` where it would come to stand inside itself.
 */
export function requirePlace(rows: readonly CollectionRow[], { id, name, parentId }: CollectionRow): void {
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (
    let above = parentId;
    above !== null;
    above = required(byId.get(above) ?? null, 'collection').parentId
  ) {
    if (above === id) throw new CrossreadError('invalid_input', 'A collection cannot stand inside itself.')
  }
  const same = rows.find(
    (other) => other.id !== id && other.parentId === parentId && foldName(other.name) === foldName(name),
  )
  if (same) throw new CrossreadError('conflict', `There is a collection “${same.name}” here already.`)
}
