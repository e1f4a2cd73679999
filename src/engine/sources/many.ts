import type { CallsOf, Handlers } from '../handlers.ts'
import { now, required } from '../session.ts'
import { deleteLonelyOrigins } from '../store/origins.ts'
import { deleteSource, findSource, updateSource } from '../store/sources.ts'

type ManyCalls = 'sources.updateMany' | 'sources.deleteMany'

/** What is done to many sources at once, as one step. Of details, what is named changes and every other stays as it is. */
export const manyHandlers: Pick<Handlers<CallsOf<'sources'>>, ManyCalls> = {
  'sources.updateMany': (session, { ids, set, unset = [] }) => {
    const { db } = session.store
    const sources = [...new Set(ids)].map((id) => required(findSource(db, id), 'source'))
    const at = now()
    session.change('sources.updateMany', () => {
      for (const { id, title, metadata } of sources) {
        const next = { ...metadata, ...set }
        for (const field of unset) delete next[field]
        updateSource(db, id, title, next, at)
      }
    })
    return { updated: sources.length }
  },

  'sources.deleteMany': (session, { ids }) => {
    const { db } = session.store
    const sources = [...new Set(ids)].map((id) => required(findSource(db, id), 'source'))
    session.change('sources.deleteMany', () => {
      for (const { id } of sources) deleteSource(db, id)
      deleteLonelyOrigins(db)
    })
    return { deleted: sources.length }
  },
}
