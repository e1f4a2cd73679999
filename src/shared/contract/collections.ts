import { z } from 'zod'
import type { Collection, TaggedSources } from '../model.ts'
import { read, write } from './call.ts'
import { id } from './fields.ts'

const name = z.string().trim().min(1).max(200)
const sources = { id, sourceIds: z.array(id).min(1).max(100_000) }

/** Collections of sources, one inside another. A source can be in any number of them. */
export const collectionCalls = {
  'collections.list': read<Collection[]>()(z.strictObject({})),
  /** The sources that have a tag, or an annotation with it, by tag. A tag that no source has is left out. */
  'collections.tags': read<TaggedSources[]>()(z.strictObject({})),
  'collections.create': write<Collection>()(
    z.strictObject({
      name,
      parentId: id.nullable().optional(),
      sourceIds: z.array(id).max(100_000).optional(),
    }),
  ),
  /** Throws `invalid_input` where a collection would come to stand inside itself. */
  'collections.update': write<Collection>()(
    z.strictObject({ id, name: name.optional(), parentId: id.nullable().optional() }),
  ),
  /** Its sources stay in the notebook; collections inside it go with it. */
  'collections.delete': write<{ ok: true }>()(z.strictObject({ id })),
  'collections.add': write<{ added: number }>()(z.strictObject(sources)),
  'collections.remove': write<{ removed: number }>()(z.strictObject(sources)),
}
