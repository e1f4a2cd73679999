import { citationLabel } from '#shared/citation.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { findSource } from '../store/sources.ts'

/** What sources are called in a sentence. Those that are not in the notebook are left out. */
export const citationHandlers: Pick<Handlers<CallsOf<'sources'>>, 'sources.citations'> = {
  'sources.citations': ({ store }, { ids }) =>
    ids.flatMap((id) => {
      const source = findSource(store.db, id)
      if (source === null) return []
      return [{ id, title: source.title, citation: citationLabel(source.title, source.metadata) }]
    }),
}
