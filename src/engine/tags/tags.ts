import { CrossreadError } from '#shared/errors.ts'
import type { ObjectRef } from '#shared/model.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { required, type Session } from '../session.ts'
import { objectExists } from '../store/links.ts'
import {
  addTagging,
  deleteTag,
  ensureTag,
  findTag,
  listTags,
  removeTagging,
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
    const other = listTags(db).find((tag) => tag.id !== id && tag.name.toLowerCase() === name.toLowerCase())
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
  const wanted = new Set(names.map((name) => ensureTag(db, name)))
  const present = new Set(tagIdsOf(db, object.id))
  for (const tagId of present) if (!wanted.has(tagId)) removeTagging(db, tagId, object.id)
  for (const tagId of wanted) if (!present.has(tagId)) addTagging(db, tagId, object)
}
