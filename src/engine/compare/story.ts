import type { BlockKind } from '#shared/model.ts'
import { apostrophe, codeOf, type Units } from './units.ts'

/**
 * What a text is about, as keys: figures with what they count (`4,500 troops`), figures that are not round, names of two
 * words and names of one. A key is a hash of 32 bits, of which the lowest two say which of these it is.
 */
const ofName = 0
const ofPair = 1
const ofFigure = 2
const ofCount = 3
const weights = [1, 2, 2, 3]

/** How loudly a key speaks for two texts that share it being about the same. */
export function weightOf(key: number): number {
  return weights[key & 3] ?? 0
}

export function isFigure(key: number): boolean {
  return (key & 3) === ofFigure || (key & 3) === ofCount
}

/** Whether a key is a name of two words. */
export function isPair(key: number): boolean {
  return (key & 3) === ofPair
}

/** Whether a key is rare enough to look texts up by: single names are in too many. */
export function isTelling(key: number): boolean {
  return (key & 3) !== ofName
}

const mostKeys = 40
const fewestKeys = 4
/** A text's beginning says what it is about; the keys of a whole book would be any book's. */
const readAtMost = 40_000

/** Collects the keys of one text after the other. */
export class StoryKeys {
  /** How often each key was found. */
  readonly #found = new Map<number, number>()
  #read = 0

  clear(): void {
    this.#found.clear()
    this.#read = 0
  }

  /** Reads a block. Of headings the figures alone count: many write every word of them large. */
  add(text: Units, kind: BlockKind): void {
    if (kind === 'code' || this.#read > readAtMost) return
    this.#read += text.length
    scan(text, kind !== 'heading', (hash, kindOfKey) => {
      const key = (mix(hash) & ~3) | kindOfKey
      this.#found.set(key, (this.#found.get(key) ?? 0) + 1)
    })
  }

  /** The weightiest forty as little-endian int32, the first of them first; null where there are fewer than four. */
  toBytes(): Uint8Array | null {
    if (this.#found.size < fewestKeys) return null
    const keys = this.#weightiest()
    const bytes = new Uint8Array(keys.length * 4)
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < keys.length; at++) view.setInt32(at * 4, keys[at] as number, true)
    return bytes
  }

  /** By weight and by how often they come; of equals, those that come first. */
  #weightiest(): number[] {
    const byScore: number[][] = Array.from({ length: 8 }, () => [])
    for (const [key, count] of this.#found) byScore[weightOf(key) + Math.min(count, 4)]?.push(key)
    return byScore.reverse().flat().slice(0, mostKeys)
  }
}

/** Reads what `StoryKeys` wrote. */
export function readStoryKeys(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.byteLength >> 2 }, (_, at) => view.getInt32(at * 4, true))
}

function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}

type Found = (hash: number, kind: number) => void

/** Whether a unit is of interest: 1 for a capital, 2 for a digit of ASCII; 3 where nobody has looked yet. */
const interest = new Uint8Array(0x10000).fill(3)

function interestOf(unit: number): number {
  const known = interest[unit] as number
  if (known !== 3) return known
  const isDigit = unit >= 0x30 && unit <= 0x39
  const fresh = isDigit ? 2 : /\p{Lu}/u.test(String.fromCharCode(unit)) ? 1 : 0
  interest[unit] = fresh
  return fresh
}

const space = 0x20

/** Calls `found` for every name and figure of a text. */
function scan({ units, length }: Units, withNames: boolean, found: Found): void {
  /** The name read last: where it ended, and the hash of its last word; 0 where no other word can follow it. */
  let lastEnd = -1
  let lastName = 0
  for (let at = 0; at < length; ) {
    const kind = interestOf(units[at] as number)
    if (kind === 0) at++
    else if (kind === 2) at = readFigure(units, length, at, found)
    else {
      const end = wordEnd(units, at)
      const isWord = at === 0 || codeOf(units[at - 1] as number) <= 0
      if (withNames && isWord && end - at >= shortestName && !isShouted(units, at, end)) {
        const hash = hashOf(units, at, end)
        const opens = opensSentence(units, at)
        const isName = !opens || !openers.has(hash)
        const follows = lastName !== 0 && lastEnd + 1 === at && units[lastEnd] === space
        if (isName && follows) found(Math.imul(lastName, 31) ^ hash, ofPair)
        if (isName && !opens) found(hash, ofName)
        lastName = isName ? hash : 0
        lastEnd = end
      } else lastName = 0
      at = end
    }
  }
}

const shortestName = 3
const longestAcronym = 5

/** A long word in capitals is a label or a headline, not a name. */
function isShouted(units: Uint16Array, start: number, end: number): boolean {
  return (
    end - start > longestAcronym &&
    interestOf(units[start + 1] as number) === 1 &&
    interestOf(units[end - 1] as number) === 1
  )
}

/** Where the run of letters and digits that holds `start` ends. */
function wordEnd(units: Uint16Array, start: number): number {
  let end = start + 1
  while (codeOf(units[end] as number) > 0) end++
  return end
}

/** Whether a word stands where any word has a capital: first of all, behind a full stop, a quotation mark or a dash. */
function opensSentence(units: Uint16Array, start: number): boolean {
  let before = start - 1
  while (before >= 0 && units[before] === space) before--
  if (before < 0) return true
  const unit = units[before] as number
  return codeOf(unit) <= 0 && unit !== comma
}

const comma = 0x2c
const stop = 0x2e

/** Reads a figure with its thousands joined, and what it counts; gives where the reading goes on. */
function readFigure(units: Uint16Array, length: number, start: number, found: Found): number {
  let end = start
  let value = 0
  let digits = 0
  while (end < length) {
    const unit = units[end] as number
    if (isDigit(unit)) {
      value = value * 10 + unit - 0x30
      digits++
      end++
    } else if ((unit === comma || unit === stop || unit === space) && isGroup(units, end + 1)) end++
    else break
  }
  const next = units[end] as number
  const isDecimal = (next === comma || next === stop) && isDigit(units[end + 1] as number)
  if (isDecimal || digits > 9 || isPartOfMore(units, start, end)) return skipNumber(units, end)
  if (digits < 2 || isYear(value, digits)) return end
  const counted = countedWord(units, length, end)
  if (counted !== 0) found(Math.imul(value + 1, 0x9e3779b1 | 0) ^ counted, ofCount)
  if (value >= 1_000 && significantDigits(value) >= 3) found(Math.imul(value + 1, 0x85ebca6b | 0), ofFigure)
  return end
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** Whether three digits and no more stand at a place: a group of thousands. */
function isGroup(units: Uint16Array, at: number): boolean {
  for (let place = at; place < at + 3; place++) if (!isDigit(units[place] as number)) return false
  return !isDigit(units[at + 3] as number)
}

/** Whether digits are part of a name, a code, a time or a range rather than a figure. */
function isPartOfMore(units: Uint16Array, start: number, end: number): boolean {
  const before = start === 0 ? space : (units[start - 1] as number)
  const after = units[end] as number
  return codeOf(before) > 0 || joins.includes(before) || codeOf(after) > 0 || after === 0x3a || after === 0x2f
}

/** Full stop, comma, colon, slash, underscore, hyphen. */
const joins = [stop, comma, 0x3a, 0x2f, 0x5f, 0x2d]

function skipNumber(units: Uint16Array, at: number): number {
  let end = at
  while (isDigit(units[end] as number) || joins.includes(units[end] as number)) end++
  return Math.max(end, at)
}

function isYear(value: number, digits: number): boolean {
  return digits === 4 && value >= 1_500 && value < 2_100
}

function significantDigits(value: number): number {
  let rest = value
  while (rest > 0 && rest % 10 === 0) rest /= 10
  return String(rest).length
}

const percent = 0x25
const hyphen = 0x2d
const wordsToLookAt = 3
const shortestCounted = 4
/** Of the word counted only so much matters: `troop` and `troops` are one. */
const stemLength = 5

/** A hash of what a figure counts: the next word of four letters or more among three. 0 where none follows it. */
function countedWord(units: Uint16Array, length: number, from: number): number {
  // Shares are round numbers that many texts have in common.
  if (units[from] === percent) return 0
  let at = from
  for (let words = 0; words < wordsToLookAt && at < length; ) {
    const unit = units[at] as number
    if (codeOf(unit) > 0) {
      const end = wordEnd(units, at)
      if (end - at >= shortestCounted) return hashOf(units, at, Math.min(end, at + stemLength))
      if (end - at > 1) words++
      at = end
    } else if (unit === space || unit === stop || unit === hyphen || codeOf(unit) === apostrophe) at++
    else return 0
  }
  return 0
}

const seed = 0x811c9dc5 | 0

function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = seed
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ codeOf(units[at] as number), 0x01000193)
  return hash
}

/** Words that open sentences and belong to no name. */
const openers = new Set(
  `the this that these those his her its their our for from with and but when while after before since
   der die das den dem ein eine les une des los las del`
    .split(/\s+/)
    .map((word) =>
      hashOf(
        Uint16Array.from(word, (letter) => letter.charCodeAt(0)),
        0,
        word.length,
      ),
    ),
)
