import { z } from 'zod'
import {
  type Claim,
  historicKinds,
  inboxRules,
  lineStyles,
  type ObjectVersion,
  type Relation,
  type TouchedObject,
} from '../model.ts'
import { read, write } from './call.ts'
import { colour, id, line } from './fields.ts'

/** Claims that are made one, or parted; evidence follows. */
export const mergeCalls = {
  /**
   * Makes one claim of several: the first takes the evidence, tags and reasoning of the others, and whatever leads to them
   * leads to it. Links that then say the same become one with both rationales; links between the merged ones go.
   */
  'claims.merge': write<Claim>()(
    z.strictObject({ ids: z.array(id).min(2).max(1_000), statement: line.optional() }),
  ),
  /**
   * Parts a claim: each part is a new claim that takes the links named for it. A link named for several parts is copied;
   * links that no part names, the reasoning and the status stay with the claim. Tags go with every part.
   */
  'claims.split': write<{ claimIds: string[] }>()(
    z.strictObject({
      id,
      parts: z
        .array(z.strictObject({ statement: line, linkIds: z.array(id).max(100_000) }))
        .min(1)
        .max(100),
    }),
  ),
}

const relationFields = z.strictObject({
  name: z.string().trim().min(1).max(100),
  inverse: z.string().trim().min(1).max(100),
  /** What stands for it where there is no room for its name. */
  sign: z.string().trim().min(1).max(4),
  colour,
  lineStyle: z.enum(lineStyles),
  symmetric: z.boolean(),
  stance: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
})

export const relationCalls = {
  'relations.list': read<Relation[]>()(z.strictObject({})),
  /** Throws `conflict` for a name that a relation has already, in any case. */
  'relations.create': write<Relation>()(relationFields),
  'relations.update': write<Relation>()(z.strictObject({ id, ...relationFields.partial().shape })),
  /** Gives all links of one relation to another, and removes the one. Throws `invalid_input` for a built-in one. */
  'relations.merge': write<{ moved: number }>()(z.strictObject({ id, intoId: id })),
  /** Throws `conflict` where links use it, with how many: it can be merged into another. Built-in ones stay. */
  'relations.delete': write<{ ok: true }>()(z.strictObject({ id })),
}

const historicObject = z.strictObject({ kind: z.enum(historicKinds), id })

export const versionCalls = {
  /** What a step of the history touched, in the order it did, whether that is still there or not. */
  'history.touched': read<TouchedObject[]>()(
    z.strictObject({ step: z.int().min(0), limit: z.int().min(1).max(1_000).optional() }),
  ),
  /** The states that an object was in, the newest first; steps that were undone are left out. */
  'history.ofObject': read<ObjectVersion[]>()(z.strictObject({ object: historicObject })),
  /**
   * Takes an object back to the state that a step left it in, as a step of its own. One that is gone comes back with the
   * links and tags that went with it. An annotation keeps its place where its source's text is another now.
   */
  'history.restore': write<{ ok: true }>()(z.strictObject({ object: historicObject, step: z.int().min(0) })),
}

const inboxObject = z.strictObject({ kind: z.enum(['source', 'annotation', 'claim', 'note', 'tag']), id })

export const inboxCalls = {
  /** Says why a rule need not ask about an object any more. */
  'inbox.mute': write<{ id: string }>()(
    z.strictObject({ rule: z.enum(inboxRules), object: inboxObject, reason: z.string().trim().max(2_000) }),
  ),
  'inbox.unmute': write<{ ok: true }>()(z.strictObject({ id })),
}
