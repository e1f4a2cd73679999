import { boundsOf } from '#shared/dates/index.ts'
import type { Evidence, Relation } from '#shared/model.ts'

/** The days within which something happened, half-open; without limits where nothing is known. */
export interface Within {
  earliest: number
  latest: number
}

/** The places, counted from 1, that something can have in the order of time. They are the same where that is certain. */
export interface Places {
  best: number
  worst: number
}

/**
 * What can be told of an order in time from spans alone (an interval order): one thing was before another only if its
 * span ends before the other's begins. Whatever days one chooses within the spans, no more than `worst - 1` are before
 * an item, and no fewer than `best - 1`.
 */
export function placesOf(spans: readonly Within[]): Places[] {
  const latest = spans.map((span) => span.latest).sort((a, b) => a - b)
  const earliest = spans.map((span) => span.earliest).sort((a, b) => a - b)
  return spans.map((span) => ({
    best: 1 + countUpTo(latest, span.earliest),
    worst: countBelow(earliest, span.latest),
  }))
}

/** How many of sorted numbers are `limit` or less. */
function countUpTo(sorted: readonly number[], limit: number): number {
  return countBelow(sorted, limit, (value) => value <= limit)
}

/** How many of sorted numbers, the first ones, are below `limit`. */
function countBelow(
  sorted: readonly number[],
  limit: number,
  isIn = (value: number) => value < limit,
): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isIn(sorted[middle] ?? limit)) low = middle + 1
    else high = middle
  }
  return low
}

export type SourceOfEvidence = NonNullable<Evidence['source']>

/** A source that bears on the claim, with all that it has to say about it. */
export interface Speaker {
  source: SourceOfEvidence
  within: Within
  dated: boolean
  items: Evidence[]
}

/** One voice: the sources of one origin, the earliest first. What they said counts from the earliest of them. */
export interface Voice extends Places {
  originId: string
  speakers: Speaker[]
  within: Within
  dated: boolean
}

export interface FirstSaid {
  /** As far as can be told in the order of time; of those whose date is not known, last. */
  voices: Voice[]
  /** Those that may have been first. One alone was. */
  first: Voice[]
}

/** Who said it first, as far as the dates of publication can tell: the voices behind `evidence`. */
export function whoSaidItFirst(evidence: readonly Evidence[]): FirstSaid {
  const unplaced = voicesOf(evidence)
  const places = placesOf(unplaced.map(({ within }) => within))
  const voices = unplaced.map((voice, at) => ({ ...voice, ...(places[at] ?? { best: 1, worst: 1 }) }))
  voices.sort(byPlace)
  return { voices, first: voices.filter(({ best }) => best === 1) }
}

/** Evidence by its relation's stance: what speaks for the claim, what speaks against it, or all of it. */
export type Side = 'all' | 'for' | 'against'

export function evidenceOn(
  side: Side,
  evidence: readonly Evidence[],
  relations: ReadonlyMap<string, Relation>,
): Evidence[] {
  return evidence.filter(({ link, incoming, source }) => {
    const relation = relations.get(link.relationId)
    if (source === null || relation === undefined || !(incoming || relation.symmetric)) return false
    if (side === 'all') return true
    return side === 'for' ? relation.stance === 1 : relation.stance === -1
  })
}

function voicesOf(evidence: readonly Evidence[]): Omit<Voice, keyof Places>[] {
  const bySource = new Map<string, Speaker>()
  for (const item of evidence) {
    const { source } = item
    if (source === null) continue
    const known = bySource.get(source.id)
    if (known) known.items.push(item)
    else bySource.set(source.id, speakerOf(source, item))
  }
  const byOrigin = new Map<string, Speaker[]>()
  for (const speaker of bySource.values()) {
    const { originId } = speaker.source
    byOrigin.set(originId, [...(byOrigin.get(originId) ?? []), speaker])
  }
  return [...byOrigin].map(([originId, speakers]) => {
    const within = {
      earliest: Math.min(...speakers.map((speaker) => speaker.within.earliest)),
      latest: Math.min(...speakers.map((speaker) => speaker.within.latest)),
    }
    return { originId, speakers: speakers.sort(byTime), within, dated: speakers.some(({ dated }) => dated) }
  })
}

function speakerOf(source: SourceOfEvidence, item: Evidence): Speaker {
  const bounds = boundsOf(source.metadata.issued)
  const within = bounds ?? { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY }
  const { earliest, latest } = within
  return { source, within: { earliest, latest }, dated: bounds !== null, items: [item] }
}

function byTime(a: Speaker, b: Speaker): number {
  if (a.dated !== b.dated) return a.dated ? -1 : 1
  return compare(a.within, b.within) || a.source.title.localeCompare(b.source.title)
}

function byPlace(a: Voice, b: Voice): number {
  if (a.dated !== b.dated) return a.dated ? -1 : 1
  return (
    a.best - b.best ||
    a.worst - b.worst ||
    compare(a.within, b.within) ||
    titleOf(a).localeCompare(titleOf(b))
  )
}

/** Infinities differ by nothing that can be counted. */
function compare(a: Within, b: Within): number {
  if (a.earliest !== b.earliest) return a.earliest < b.earliest ? -1 : 1
  if (a.latest !== b.latest) return a.latest < b.latest ? -1 : 1
  return 0
}

function titleOf({ speakers }: Voice): string {
  return speakers[0]?.source.title ?? ''
}
