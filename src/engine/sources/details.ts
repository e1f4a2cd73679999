import type { CallsOf, Handlers } from '../handlers.ts'
import { now, required } from '../session.ts'
import { findSource, updateSource } from '../store/sources.ts'

/** Fields of many sources at once: what is named changes, every other field of each source stays as it is. */
export const detailHandlers: Pick<Handlers<CallsOf<'sources'>>, 'sources.updateMany'> = {
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
}
