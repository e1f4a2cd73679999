import type { CallsOf, Handlers } from '../handlers.ts'
import { now, required, type Session } from '../session.ts'
import { deleteLonelyOrigins } from '../store/origins.ts'
import {
  deleteSource,
  findSource,
  listSources,
  listSourcesOf,
  readDetails,
  readText,
  updateSource,
} from '../store/sources.ts'
import { originalOf } from './originals.ts'

const everySource = Number.MAX_SAFE_INTEGER

type PlainCalls = 'sources.list' | 'sources.get' | 'sources.original' | 'sources.update' | 'sources.delete'

export const sourceHandlers: Pick<Handlers<CallsOf<'sources'>>, PlainCalls> = {
  'sources.list': ({ store }, { limit = everySource, ids }) =>
    ids === undefined ? listSources(store.db, limit) : listSourcesOf(store.db, ids).slice(0, limit),

  'sources.get': ({ store }, { id }) => {
    const summary = required(findSource(store.db, id), 'source')
    const { text, hash, blocks } = required(readText(store.db, id), 'source')
    const { notes = [], corrected = false } = readDetails(store.db, id)
    return { ...summary, text, textHash: hash, blocks, importNotes: notes, corrected }
  },

  'sources.original': ({ store }, { id }) => originalOf(store.db, id),

  'sources.update': (session, { id, title, metadata }) => {
    const { db } = session.store
    const source = required(findSource(db, id), 'source')
    session.change('sources.update', () =>
      updateSource(db, id, title ?? source.title, metadata ?? source.metadata, now()),
    )
    return required(findSource(db, id), 'source')
  },

  'sources.delete': (session, { id }) => {
    const { db } = session.store
    required(findSource(db, id), 'source')
    session.change('sources.delete', () => {
      deleteSource(db, id)
      deleteLonelyOrigins(db)
    })
    return { ok: true }
  },
}

/** A source's canonical text and its hash. Throws `not_found`. */
export function textOf({ store }: Session, sourceId: string): { text: string; hash: string } {
  return required(readText(store.db, sourceId), 'source')
}
