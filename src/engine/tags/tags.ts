import { CrossreadError } from '#shared/errors.ts'
import { newId } from '#shared/ids.ts'
import type { ObjectRef } from '#shared/model.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { required, type Session } from '../session.ts'
import type { Db } from '../store/database.ts'
import { objectExists } from '../store/links.ts'
import {
  addTagging,
  addTaggings,
  deleteTag,
  findTag,
  insertTag,
  listTagNames,
  listTags,
  removeTagging,
  removeTaggings,
  renameTag,
  tagIdsOf,
  tagNamesOf,
} from '../store/tags.ts'

export const tagHandlers: Handlers<CallsOf<'tags'>> = {
  'tags.list': ({ store }) => listTags(store.db),

  'tags.set': (session, { object, names }) => {
    const { db } = session.store
    required(objectExists(db, object) ? object : null, object.kind)
    session.change('tags.set', () => setTags(session, object, names))
    return { tags: tagNamesOf(db, object.id) }
  },

  'tags.rename': (session, { id, name }) => {
    const { db } = session.store
    required(findTag(db, id), 'tag')
    const other = listTagNames(db).find((tag) => tag.id !== id && folded(tag.name) === folded(name))
    if (other !== undefined) throw new CrossreadError('conflict', `There is a tag “${other.name}” already.`)
    session.change('tags.rename', () => renameTag(db, id, name))
    return required(findTag(db, id), 'tag')
  },

  'tags.delete': (session, { id }) => {
    required(findTag(session.store.db, id), 'tag')
    session.change('tags.delete', () => deleteTag(session.store.db, id))
    return { ok: true }
  },
}

/** Makes `names` an object's whole set of tags, inside a recorded transaction. A tag that nothing uses any more stays. */
export function setTags({ store: { db } }: Session, object: ObjectRef, names: readonly string[]): void {
  const wanted = tagsNamed(db, names)
  const present = new Set(tagIdsOf(db, object.id))
  for (const tagId of present) if (!wanted.has(tagId)) removeTagging(db, tagId, object.id)
  for (const tagId of wanted) if (!present.has(tagId)) addTagging(db, tagId, object)
}

/** Adds tags to many objects of a kind and takes others away, inside a recorded transaction. What is named twice is added. */
export function changeTags(
  { store: { db } }: Session,
  kind: ObjectRef['kind'],
  ids: readonly string[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): void {
  const added = tagsNamed(db, add)
  const unwanted = new Set(remove.map(folded))
  for (const { id, name } of listTagNames(db)) {
    if (unwanted.has(folded(name)) && !added.has(id)) removeTaggings(db, id, ids)
  }
  for (const id of added) addTaggings(db, id, kind, ids)
}

/** The ids of the tags of these names, made where there are none. */
function tagsNamed(db: Db, names: readonly string[]): Set<string> {
  const known = listTagNames(db)
  const ids = names.map((name) => {
    const found =
      known.find((tag) => tag.name === name) ?? known.find((tag) => folded(tag.name) === folded(name))
    if (found !== undefined) return found.id
    const id = newId()
    insertTag(db, id, name)
    known.push({ id, name })
    return id
  })
  return new Set(ids)
}

/** Names are one tag when they differ in case, or in how an accent is put together, and in nothing else. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC')
}
