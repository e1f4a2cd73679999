import { setImmediate as nextTurn } from 'node:timers/promises'
import { newId } from '#shared/ids.ts'
import { shorten } from '../flags/types.ts'
import type { Db } from '../store/database.ts'
import {
  countUncompared,
  findHolder,
  findTwin,
  type Holder,
  insertFingerprint,
  insertKeys,
  listUncompared,
  listUnprinted,
  markCompared,
  readFingerprint,
  readWords,
  type Uncompared,
} from '../store/fingerprints.ts'
import { deleteFlag, excludedRanges, insertFlags, listComparisons, updateFlag } from '../store/flags.ts'
import { deleteLonelyOrigins, insertOrigin, isGroupedByHand, setOrigin } from '../store/origins.ts'
import { type Alike, findSharedStory, findSharedWording, type Lookup, nearDuplicate } from './alike.ts'
import { estimateSimilarity, exactSimilarity, fingerprintOf, toHashes } from './fingerprint.ts'

export interface CompareWork {
  db: Db
  /** Runs what writes as part of the step of the history that the import is. */
  write: <T>(work: () => T) => T
  signal?: AbortSignal
  /** Called between slices, with texts. */
  progress?: (done: number, total: number) => void
}

/** What a comparison flagged: on a source that is new, or on an older one that tells the same story. */
export interface ComparedFlag {
  sourceId: string
  kind: 'near-duplicate' | 'same-story'
  message: string
}

/** The engine's thread is held no longer than this at a time. */
const sliceMs = 25
const textsASlice = 400
const textsAFill = 50

/**
 * Compares every text that was not compared yet with those that were: what an import brought, and what one before it
 * that was stopped left over. Copies become one voice, and copies and retellings are flagged. Stops early, between two
 * texts, where `signal` says so: the next import goes on.
 */
export async function compareNew({ db, write, signal, progress }: CompareWork): Promise<ComparedFlag[]> {
  const flags: ComparedFlag[] = []
  const isStopped = () => signal?.aborted === true
  while (!isStopped() && write(() => fillSome(db)) > 0) await nextTurn()
  const total = countUncompared(db)
  for (let done = 0; done < total && !isStopped(); ) {
    const slice = listUncompared(db, textsASlice)
    if (slice.length === 0) break
    for (let next = 0; next < slice.length && !isStopped(); ) {
      next = write(() => compareSome(db, slice, next, flags))
      progress?.(done + next, total)
      await nextTurn()
    }
    done += slice.length
  }
  return flags
}

/** Takes the fingerprints of texts that were imported before there were any, and says of how many. */
function fillSome(db: Db): number {
  const texts = listUnprinted(db, textsAFill)
  for (const textId of texts) {
    const blocks = readWords(db, textId, []).map((text) => ({ kind: 'paragraph' as const, text }))
    insertFingerprint(db, textId, fingerprintOf({ blocks }))
  }
  return texts.length
}

/** Compares texts from `from` on until the slice's time is up, and gives where to go on. */
function compareSome(db: Db, slice: readonly Uncompared[], from: number, flags: ComparedFlag[]): number {
  const until = performance.now() + sliceMs
  let at = from
  for (; at < slice.length && (at === from || performance.now() < until); at++) {
    const text = slice[at]
    if (text !== undefined) flags.push(...compareOne(db, text))
  }
  return at
}

function compareOne(db: Db, text: Uncompared): ComparedFlag[] {
  // An entry of a bibliography has no words to share.
  if (text.length === 0) {
    markCompared(db, text.textId)
    return []
  }
  const wording = findSharedWording(db, text.signature)
  const story = findSharedStory(db, text.story)
  const twin = mayHaveTwin(text, wording) ? findTwin(db, text.hash, text.textId) : null
  const copy = twin === null ? likestCopy(db, text, wording.alike) : { other: twin, similarity: 1 }
  // Of equal texts one is written down: it stands for the others.
  if (twin === null) {
    insertKeys(db, 'band', text.textId, wording.keys)
    insertKeys(db, 'story_key', text.textId, story.keys)
  }
  markCompared(db, text.textId)
  const told = copy === null ? likestStory(db, text, story.alike) : null
  return [...flagCopy(db, text, copy), ...flagStory(db, text, told)]
}

/** Which version of a text a source holds. */
export interface Version {
  textId: number
  sourceId: string
  length: number
}

const none = new Uint8Array(0)

/** An equal text has equal hashes, and has been found by them already unless it is short or they are common. */
function mayHaveTwin({ signature }: Uncompared, { alike, isCommon }: Lookup): boolean {
  return signature.length === 0 || isCommon || alike[0]?.similarity === 1
}

interface Match {
  other: Holder
  similarity: number
}

/** How many of the likest are counted in full where the estimate leaves it open whether they are copies at all. */
const countedInFull = 3

/** The standing source that shares most wording by estimate; how much, counted in full without what was taken out of either. */
function likestCopy(db: Db, text: Uncompared, alike: readonly Alike[]): Match | null {
  let counted = 0
  for (const { textId } of alike) {
    const other = findHolder(db, textId)
    if (other === null || other.sourceId === text.sourceId) continue
    const similarity = similarityOf(db, text, other)
    if (similarity >= nearDuplicate) return { other, similarity }
    if (++counted === countedInFull) break
  }
  return null
}

/** Longer texts are not counted in full: that would hold the thread, and of so much text the estimate is good. */
const longestCounted = 200_000

/**
 * Jaccard's index of two sources' runs of five words, without what was taken out of either; of long texts an estimate.
 * Lengths are in UTF-16 units.
 */
export function similarityOf(db: Db, a: Version, b: Version): number {
  if (a.length + b.length > longestCounted) {
    const [left, right] = [a, b].map(({ textId }) =>
      toHashes(readFingerprint(db, textId)?.signature ?? none),
    ) as [Uint32Array, Uint32Array]
    return estimateSimilarity(left, right)
  }
  const [left, right] = [a, b].map((text) =>
    readWords(db, text.textId, excludedRanges(db, text.sourceId)),
  ) as [string[], string[]]
  return exactSimilarity(left, right)
}

function likestStory(db: Db, text: Uncompared, alike: readonly Alike[]): Match | null {
  for (const { textId, similarity } of alike) {
    const other = findHolder(db, textId)
    if (other === null || other.sourceId === text.sourceId) continue
    if (areNear(text.issued, other.issued)) return { other, similarity }
  }
  return null
}

const daysOfOneStory = 21
const dayMs = 86_400_000

/** Whether two days of publication, where both are known to the day, let two texts be about the same event. */
function areNear(a: string | null, b: string | null): boolean {
  const [first, second] = [a, b].map(dayOf) as [number | null, number | null]
  return first === null || second === null || Math.abs(first - second) <= daysOfOneStory * dayMs
}

function dayOf(issued: string | null): number | null {
  if (issued === null) return null
  const [year, month, day] = JSON.parse(issued) as (number | undefined)[]
  return year === undefined || month === undefined || day === undefined
    ? null
    : Date.UTC(year, month - 1, day)
}

/** Makes a copy one voice with what it copies, unless the researcher said otherwise, and flags the newer of the two. */
function flagCopy(db: Db, text: Uncompared, copy: Match | null): ComparedFlag[] {
  if (copy === null && !text.isFlagged) return []
  const known = listComparisons(db, text.sourceId).filter(({ kind }) => kind === 'near-duplicate')
  // A text that was corrected is compared again, and need not be a copy any more.
  const outdated = known.filter(
    ({ state, otherSourceId }) => state === 'open' && otherSourceId !== copy?.other.sourceId,
  )
  for (const flag of outdated) deleteFlag(db, flag.id)
  const hasLeft = outdated.length > 0 && leaveOrigin(db, text.sourceId)
  if (copy === null) return []
  const { other, similarity } = copy
  const message = copyMessage(other.title, similarity)
  const before = known.find((flag) => flag.otherSourceId === other.sourceId)
  if (before !== undefined) updateFlag(db, before.id, message, similarity)
  else {
    const flag = { kind: 'near-duplicate' as const, start: null, end: null, message }
    insertFlags(db, text.sourceId, [{ ...flag, otherSourceId: other.sourceId, similarity }])
  }
  const isGrouped = text.originId !== null && !hasLeft
  const isOwn = text.ownVoice || isGrouped || before?.state === 'dismissed'
  if (!isOwn) joinOrigin(db, text, copy)
  return before === undefined ? [{ sourceId: text.sourceId, kind: 'near-duplicate', message }] : []
}

/** Some titles are a paragraph. */
const longestTitle = 100

function copyMessage(fullTitle: string, similarity: number): string {
  const title = shorten(fullTitle, longestTitle)
  const percent = Math.min(99, Math.round(similarity * 100))
  return similarity === 1
    ? `This is the same text as “${title}”, word for word.`
    : `This text shares ${percent}% of its wording with “${title}”.`
}

/** The copy joins the other's origin. Groups that stand are never made one: somebody may have parted them. */
function joinOrigin(db: Db, text: Uncompared, { other, similarity }: Match): void {
  const originId = other.originId ?? newId()
  if (other.originId === null) {
    insertOrigin(db, originId, other.title, similarity === 1 ? 'same-text' : 'near-duplicate')
    setOrigin(db, other.sourceId, originId)
  }
  setOrigin(db, text.sourceId, originId)
}

/** What was grouped for the words it had leaves the group with them; what somebody grouped stays. Says whether it left. */
function leaveOrigin(db: Db, sourceId: string): boolean {
  if (isGroupedByHand(db, sourceId)) return false
  setOrigin(db, sourceId, null)
  deleteLonelyOrigins(db)
  return true
}

/** An older source is told of no more retellings than this. */
const mostRetellings = 3

/** Flags both: whoever reads either should know of the other. */
function flagStory(db: Db, text: Uncompared, told: Match | null): ComparedFlag[] {
  if (told === null) return []
  const { other, similarity } = told
  const known = listComparisons(db, text.sourceId).filter(({ kind }) => kind === 'same-story')
  if (known.some((flag) => flag.otherSourceId === other.sourceId)) return []
  const flag = (message: string, otherSourceId: string) =>
    ({ kind: 'same-story', start: null, end: null, message, otherSourceId, similarity }) as const
  const message = storyMessage(other.title)
  insertFlags(db, text.sourceId, [flag(message, other.sourceId)])
  const flags: ComparedFlag[] = [{ sourceId: text.sourceId, kind: 'same-story', message }]
  const retellings = listComparisons(db, other.sourceId).filter(({ kind }) => kind === 'same-story')
  if (retellings.length < mostRetellings) {
    const back = storyMessage(text.title)
    insertFlags(db, other.sourceId, [flag(back, text.sourceId)])
    flags.push({ sourceId: other.sourceId, kind: 'same-story', message: back })
  }
  return flags
}

function storyMessage(title: string): string {
  return `“${shorten(title, longestTitle)}” seems to tell the same story in other words; compare what each says.`
}
