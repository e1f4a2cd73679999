import { setImmediate as nextTurn } from 'node:timers/promises'
import { CrossreadError } from '#shared/errors.ts'
import { newId } from '#shared/ids.ts'
import type { Origin } from '#shared/model.ts'
import { similarityOf } from '../compare/compare-new.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { required } from '../session.ts'
import type { Db } from '../store/database.ts'
import { readHeld } from '../store/fingerprints.ts'
import { dismissCopies, setOwnVoice } from '../store/flags.ts'
import {
  deleteLonelyOrigins,
  insertOrigin,
  listOrigins,
  moveOrigin,
  readOriginLabel,
  renameOrigin,
  setOrigin,
} from '../store/origins.ts'
import { findSource } from '../store/sources.ts'

/** Which sources are one voice. Counts of evidence go by origin, so grouping changes what every claim says. */
export const originHandlers: Handlers<CallsOf<'origins'>> = {
  'origins.list': async ({ store: { db } }) => {
    const origins: Origin[] = []
    for (const { sourceIds, ...origin } of listOrigins(db)) {
      const sources: Origin['sources'] = []
      for (const id of sourceIds) {
        const source = findSource(db, id)
        if (source === null) continue
        const { title, metadata } = source
        sources.push({ id, title, metadata, similarity: likeness(db, sourceIds[0] ?? id, id) })
        await nextTurn()
      }
      origins.push({ ...origin, sources })
    }
    return origins
  },

  'origins.rename': (session, { id, label }) => {
    session.change('origins.rename', () => {
      if (!renameOrigin(session.store.db, id, label))
        throw new CrossreadError('not_found', 'There is no such origin.')
    })
    return { ok: true }
  },

  'origins.group': (session, { sourceIds }) => {
    const { db } = session.store
    const sources = [...new Set(sourceIds)].map((id) => required(findSource(db, id), 'source'))
    const originId = newId()
    session.change('origins.group', () => {
      insertOrigin(db, originId, labelOf(db, sources[0]), 'by-hand')
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

/** How much of its wording a source shares with the first of its origin; null for that one, and for one without a text. */
function likeness(db: Db, firstId: string, id: string): number | null {
  if (firstId === id) return null
  const [first, other] = [readHeld(db, firstId), readHeld(db, id)]
  if (first === null || other === null) return null
  return first.hash === other.hash ? 1 : similarityOf(db, first, other)
}

/** What the group is called that a source is in already; its title where it is in none. */
function labelOf(db: Db, source: { title: string; originId: string } | undefined): string {
  return source === undefined ? '' : (readOriginLabel(db, source.originId) ?? source.title)
}
