import type { CallEngine } from '#shared/contract/contract.ts'
import { CrossreadError } from '#shared/errors.ts'
import { isId } from '#shared/ids.ts'
import type { ObjectKind, ObjectRef } from '#shared/model.ts'

/** An id as the notebook writes it. Refuses what is not written like one with the same error as an id that nothing has. */
export function requireId(id: string, kind: string): string {
  if (!isId(id)) throw notFound(id, kind)
  return id.toLowerCase()
}

const probes: [ObjectKind, (call: CallEngine, id: string) => Promise<unknown>][] = [
  ['annotation', (call, id) => call('annotations.get', { id })],
  ['claim', (call, id) => call('claims.get', { id })],
  ['note', (call, id) => call('notes.get', { id })],
  ['source', (call, id) => call('sources.get', { id })],
]

/** Finds out what kind of object an id belongs to. Throws `not_found` where it belongs to none. */
export async function findObject(call: CallEngine, given: string): Promise<ObjectRef> {
  const id = requireId(given, 'object')
  for (const [kind, probe] of probes) {
    try {
      await probe(call, id)
      return { kind, id }
    } catch (error) {
      if (!(error instanceof CrossreadError) || error.code !== 'not_found') throw error
    }
  }
  throw notFound(id, 'source, annotation, claim or note')
}

function notFound(id: string, kind: string): CrossreadError {
  return new CrossreadError('not_found', `The notebook has no ${kind} with the id ${id}.`)
}
