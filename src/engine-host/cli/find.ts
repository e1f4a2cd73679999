import type { CallEngine } from '#shared/contract/contract.ts'
import { CrossreadError } from '#shared/errors.ts'
import { isId } from '#shared/ids.ts'
import { type ObjectKind, type ObjectRef, objectKinds } from '#shared/model.ts'

/** What can be named on the command line. */
export type Kind = ObjectKind | 'relation' | 'tag' | 'collection'

interface Named {
  kind: Kind
  id: string
  name: string
}

/** An id as the notebook writes it. Refuses what is not written like one with the same error as an id that nothing has. */
export function requireId(id: string, kind: string): string {
  if (!isId(id)) throw notFound(id, kind)
  return id.toLowerCase()
}

const probes: Record<ObjectKind, (call: CallEngine, id: string) => Promise<unknown>> = {
  annotation: (call, id) => call('annotations.get', { id }),
  claim: (call, id) => call('claims.get', { id }),
  note: (call, id) => call('notes.get', { id }),
  source: (call, id) => call('sources.get', { id }),
}

/**
 * Finds the object that is meant by an id, by `C2`, or by the whole or the beginning of a title, statement or quote, in
 * any case; `note:` and the like in front say of what kind. Throws `not_found`, or `conflict` where it may be several.
 */
export async function findObject(
  call: CallEngine,
  given: string,
  kinds: readonly ObjectKind[] = objectKinds,
): Promise<ObjectRef> {
  if (!isId(given)) return findByName(call, given, kinds)
  const id = given.toLowerCase()
  for (const kind of kinds) {
    try {
      await probes[kind](call, id)
      return { kind, id }
    } catch (error) {
      if (!(error instanceof CrossreadError) || error.code !== 'not_found') throw error
    }
  }
  throw notFound(id, inWords(kinds))
}

/** The id of the object of one kind that is meant; whether there is one of an id given is left to the engine. */
export async function findId(call: CallEngine, given: string, kind: Kind): Promise<string> {
  return isId(given) ? given.toLowerCase() : (await findByName(call, given, [kind])).id
}

/** Finds an object by its name alone, as `findObject` does. */
export async function findByName<K extends Kind>(
  call: CallEngine,
  given: string,
  kinds: readonly K[],
): Promise<{ kind: K; id: string }> {
  const number = /^c(\d+)$/i.exec(given)?.[1]
  const claims = kinds.filter((kind) => kind === 'claim')
  if (number !== undefined && claims.length > 0) return findClaimNumber(call, Number(number), claims)
  const [prefix, ...rest] = given.split(':')
  const only = kinds.filter((kind) => kind === prefix)
  const found = only.length === 0 ? [] : await matching(call, rest.join(':'), only)
  const [one, ...others] = found.length > 0 ? found : await matching(call, given, kinds)
  if (one === undefined) {
    throw new CrossreadError('not_found', `The notebook has no ${inWords(kinds)} “${given}”.`)
  }
  if (others.length > 0) throw ambiguous(given, [one, ...others])
  return { kind: one.kind, id: one.id }
}

/** A number that no claim has is never the beginning of something else. */
async function findClaimNumber<K extends Kind>(
  call: CallEngine,
  wanted: number,
  [kind]: readonly K[],
): Promise<{ kind: K; id: string }> {
  const claim = (await call('claims.list', {})).find(({ number }) => number === wanted)
  if (claim === undefined || kind === undefined) {
    throw new CrossreadError('not_found', `The notebook has no claim C${wanted}.`)
  }
  return { kind, id: claim.id }
}

/** What goes by the whole name; where nothing does, what begins with it. */
async function matching<K extends Kind>(
  call: CallEngine,
  given: string,
  kinds: readonly K[],
): Promise<(Named & { kind: K })[]> {
  const wanted = folded(given)
  if (wanted === '') return []
  const all = (await Promise.all(kinds.map((kind) => named(call, kind)))).flat()
  const whole = all.filter(({ name }) => folded(name) === wanted)
  return whole.length > 0 ? whole : all.filter(({ name }) => folded(name).startsWith(wanted))
}

async function named<K extends Kind>(call: CallEngine, kind: K): Promise<(Named & { kind: K })[]> {
  return (await names[kind](call)).map(({ id, name }) => ({ kind, id, name }))
}

const names: Record<Kind, (call: CallEngine) => Promise<{ id: string; name: string }[]>> = {
  source: async (call) => (await call('sources.list', {})).map(({ id, title }) => ({ id, name: title })),
  note: async (call) => (await call('notes.list', {})).map(({ id, title }) => ({ id, name: title })),
  claim: async (call) =>
    (await call('claims.list', {})).map(({ id, statement }) => ({ id, name: statement })),
  annotation: async (call) =>
    (await call('annotations.list', {})).map(({ id, quote }) => ({ id, name: quote })),
  relation: (call) => call('relations.list', {}),
  tag: (call) => call('tags.list', {}),
  collection: (call) => call('collections.list', {}),
}

/** So many candidates are named; more would hide what to do. */
const candidatesNamed = 5

function ambiguous(given: string, found: readonly Named[]): CrossreadError {
  const some = found.slice(0, candidatesNamed).map(({ kind, id, name }) => `\n  ${id}  ${kind}  ${name}`)
  const more = found.length > candidatesNamed ? `\n  and ${found.length - candidatesNamed} more` : ''
  return new CrossreadError('conflict', `“${given}” may be one of these: say its id.${some.join('')}${more}`)
}

function inWords(kinds: readonly Kind[]): string {
  const [last = 'object', ...before] = [...kinds].reverse()
  return before.length === 0 ? last : `${before.reverse().join(', ')} or ${last}`
}

function notFound(id: string, kind: string): CrossreadError {
  return new CrossreadError('not_found', `The notebook has no ${kind} with the id ${id}.`)
}

function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}
