import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SimilarSource } from '#shared/model.ts'
import { findSharedStory, findSharedWording, nearDuplicate } from '../compare/alike.ts'
import { similarityOf } from '../compare/compare-new.ts'
import { type ComparedText, compareTexts } from '../compare/texts.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { required, type Session } from '../session.ts'
import { findHolder, listTwins, readFingerprint, readHeld } from '../store/fingerprints.ts'
import { excludedRanges, listComparisons, listPointingFlags } from '../store/flags.ts'
import { findSource, readText } from '../store/sources.ts'

type SimilarCalls = Extract<CallsOf<'sources'>, 'sources.similar' | 'sources.compare'>

/** What other sources share with one, and two of them side by side. */
export const similarHandlers: Handlers<SimilarCalls> = {
  'sources.similar': async (session, { id }) => {
    const { db } = session.store
    const source = required(findSource(db, id), 'source')
    const own = required(readHeld(db, id), 'source')
    const found = new Map<string, SimilarSource['how']>()
    for (const twinId of listTwins(db, own.hash, mostListed)) found.set(twinId, 'same-text')
    for (const { sourceId } of likeWording(session, own.textId)) setOnce(found, sourceId, 'near-duplicate')
    for (const sourceId of storiesOf(session, id, own.textId)) setOnce(found, sourceId, 'same-story')
    found.delete(id)
    const similar: SimilarSource[] = []
    for (const [otherId, how] of [...found].slice(0, mostListed)) {
      const other = findSource(db, otherId)
      const held = readHeld(db, otherId)
      if (other === null || held === null) continue
      const similarity = how === 'same-text' ? 1 : similarityOf(db, own, held)
      if (how === 'near-duplicate' && similarity < nearDuplicate) continue
      const { title, metadata, originId } = other
      similar.push({
        source: { id: otherId, title, metadata },
        how,
        similarity,
        sameOrigin: originId === source.originId,
      })
      await nextTurn()
    }
    return similar.sort((a, b) => rankOf(a) - rankOf(b) || b.similarity - a.similarity)
  },

  'sources.compare': (session, { leftId, rightId }) =>
    compareTexts(textToCompare(session, leftId), textToCompare(session, rightId)),
}

const mostListed = 50
const order: SimilarSource['how'][] = ['same-text', 'near-duplicate', 'same-story']

function rankOf({ how }: SimilarSource): number {
  return order.indexOf(how)
}

function setOnce<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value)
}

function likeWording({ store: { db } }: Session, textId: number): { sourceId: string }[] {
  const fingerprint = readFingerprint(db, textId)
  if (fingerprint === null) return []
  const { alike } = findSharedWording(db, fingerprint.signature, mostListed)
  return alike.flatMap((text) => findHolder(db, text.textId) ?? [])
}

/** What a flag says tells the same story, and what would be flagged now; not what the reader dismissed. */
function storiesOf({ store: { db } }: Session, sourceId: string, textId: number): string[] {
  const own = listComparisons(db, sourceId)
    .filter(({ kind }) => kind === 'same-story')
    .map(({ otherSourceId, state }) => ({ otherId: otherSourceId, state }))
  const pointing = listPointingFlags(db, sourceId)
    .filter(({ kind }) => kind === 'same-story')
    .map(({ sourceId: otherId, state }) => ({ otherId, state }))
  const flags = [...own, ...pointing]
  const dismissed = new Set(flags.filter(({ state }) => state === 'dismissed').map(({ otherId }) => otherId))
  const story = readFingerprint(db, textId)?.story ?? null
  const alike = findSharedStory(db, story, mostListed).alike
  const fresh = alike.flatMap((text) => findHolder(db, text.textId)?.sourceId ?? [])
  const all = [...flags.map(({ otherId }) => otherId), ...fresh]
  return all.filter((otherId): otherId is string => otherId !== null && !dismissed.has(otherId))
}

function textToCompare({ store: { db } }: Session, sourceId: string): ComparedText {
  const { text, blocks } = required(readText(db, sourceId), 'source')
  return { text, blocks, excluded: excludedRanges(db, sourceId) }
}
