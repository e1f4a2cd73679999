import { newId } from '#shared/ids.ts'
import { parseQuery } from '#shared/query/parse.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { required } from '../session.ts'
import {
  deleteSavedSearch,
  findSavedSearch,
  insertSavedSearch,
  listSavedSearches,
  updateSavedSearch,
} from '../store/saved-searches.ts'

/** Searches kept under a name. What they find is asked for anew each time, so each is a collection that fills itself. */
export const savedSearchHandlers: Handlers<CallsOf<'searches'>> = {
  'searches.list': ({ store }) => listSavedSearches(store.db),

  // One of the same name takes the new query: that is what saving under a name means.
  'searches.save': (session, { name, query }) => {
    const { db } = session.store
    parseQuery(query)
    const same = listSavedSearches(db).find((saved) => saved.name.toLowerCase() === name.toLowerCase())
    const saved = { id: same?.id ?? newId(), name, query }
    session.change('searches.save', () =>
      same === undefined ? insertSavedSearch(db, saved) : updateSavedSearch(db, saved),
    )
    return saved
  },

  'searches.rename': (session, { id, name }) => {
    const { db } = session.store
    const saved = { ...required(findSavedSearch(db, id), 'search'), name }
    session.change('searches.rename', () => updateSavedSearch(db, saved))
    return saved
  },

  'searches.delete': (session, { id }) => {
    const { db } = session.store
    required(findSavedSearch(db, id), 'search')
    session.change('searches.delete', () => deleteSavedSearch(db, id))
    return { ok: true }
  },
}
