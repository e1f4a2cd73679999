import { newId } from '#shared/ids.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { required } from '../session.ts'
import { dismissCopies, setOwnVoice } from '../store/flags.ts'
import { deleteLonelyOrigins, insertOrigin, moveOrigin, setOrigin } from '../store/origins.ts'
import { findSource } from '../store/sources.ts'

/** Which sources are one voice. Counts of evidence go by origin, so grouping changes what every claim says. */
export const originHandlers: Handlers<CallsOf<'origins'>> = {
  'origins.group': (session, { sourceIds }) => {
    const { db } = session.store
    const sources = [...new Set(sourceIds)].map((id) => required(findSource(db, id), 'source'))
    const originId = newId()
    session.change('origins.group', () => {
      insertOrigin(db, originId, sources[0]?.title ?? '', 'by-hand')
      for (const source of sources) {
        moveOrigin(db, source.originId, originId)
        setOrigin(db, source.id, originId)
        setOwnVoice(db, source.id, false)
      }
      deleteLonelyOrigins(db)
    })
    return { originId }
  },

  'origins.ungroup': (session, { sourceId }) => {
    const { db } = session.store
    required(findSource(db, sourceId), 'source')
    session.change('origins.ungroup', () => {
      setOrigin(db, sourceId, null)
      // What import takes for a copy would otherwise be grouped again when its text changes.
      setOwnVoice(db, sourceId, true)
      dismissCopies(db, sourceId)
      deleteLonelyOrigins(db)
    })
    return { ok: true }
  },
}
