import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DriftedAnnotation } from '#shared/model.ts'
import { LikelyPlaces } from '../anchor/likely.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { now, type Session } from '../session.ts'
import { acceptAnchor, type DriftedRow, listDrifted } from '../store/drifted.ts'
import { readText } from '../store/sources.ts'

/** One slice of looking for places holds the engine's thread about as long; other calls come in between. */
const sliceMs = 15

type Places = DriftedAnnotation['places']

export const driftedHandlers: Pick<
  Handlers<CallsOf<'annotations'>>,
  'annotations.drifted' | 'annotations.accept'
> = {
  'annotations.drifted': async (session, { sourceId }) => {
    const rows = listDrifted(session.store.db, sourceId ?? null)
    const places = await placesOfLost(session, rows)
    return rows.map((row) => ({ ...row, places: places.get(row.annotation.id) ?? [] }))
  },

  'annotations.accept': (session, { ids }) => {
    const accepted = session.change('annotations.accept', () => {
      const at = now()
      return ids.filter((id) => acceptAnchor(session.store.db, id, at)).length
    })
    return { accepted }
  },
}

/** What was found in a text for the words of lost annotations. Judging one asks for all the others again. */
const known = new WeakMap<Session, Map<string, { textHash: string; places: Map<string, Places> }>>()

async function placesOfLost(session: Session, rows: readonly DriftedRow[]): Promise<Map<string, Places>> {
  const found = new Map<string, Places>()
  const lost = Map.groupBy(
    rows.filter(({ annotation }) => annotation.state === 'lost'),
    ({ annotation }) => annotation.sourceId,
  )
  for (const [sourceId, annotations] of lost) {
    for (const [id, places] of await placesIn(session, sourceId, annotations)) found.set(id, places)
  }
  return found
}

async function placesIn(
  session: Session,
  sourceId: string,
  rows: readonly DriftedRow[],
): Promise<Map<string, Places>> {
  const found = new Map<string, Places>()
  const version = readText(session.store.db, sourceId)
  if (version === null) return found
  const { text, hash } = version
  const before = rememberedFor(session, sourceId, hash)
  let likely: LikelyPlaces | null = null
  let since = performance.now()
  for (const { annotation, oldQuote } of rows) {
    const { id, quote, prefix, suffix } = annotation
    const words = JSON.stringify([oldQuote, quote, prefix, suffix])
    let places = before.get(words)
    if (places === undefined) {
      likely ??= new LikelyPlaces(text)
      const spans = likely.of({ quote, prefix, suffix })
      // What it was marked on may be back, where what became of it is gone.
      const older = oldQuote === quote ? [] : likely.of({ quote: oldQuote, prefix, suffix })
      places = [...spans, ...older.filter((one) => !spans.some((other) => overlap(one, other)))].map(
        ({ start, end }) => ({ start, end, quote: text.slice(start, end) }),
      )
      before.set(words, places)
    }
    found.set(id, places)
    if (performance.now() - since < sliceMs) continue
    await nextTurn()
    since = performance.now()
  }
  return found
}

function rememberedFor(session: Session, sourceId: string, textHash: string): Map<string, Places> {
  const ofSources = known.get(session) ?? new Map()
  known.set(session, ofSources)
  const remembered = ofSources.get(sourceId)
  if (remembered?.textHash === textHash) return remembered.places
  const places = new Map<string, Places>()
  ofSources.set(sourceId, { textHash, places })
  return places
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}
