import type { Db } from '../store/database.ts'
import { isIndexed } from '../store/text-search.ts'
import {
  findTerm,
  type Term,
  termsLike,
  termsOfLength,
  termsWithPrefix,
  termsWithStems,
} from '../store/vocabulary.ts'
import { classAt, letter } from './characters.ts'
import type { Stems } from './stems.ts'
import { editDistance, mistakesAllowed } from './typos.ts'

/** What a word of a query finds besides itself. Terms are folded. */
export interface Expansion {
  term: string
  /** Other forms of the word: `withdrew` for `withdraw`. */
  forms: string[]
  /** Words that it may be meant for, the likeliest first. */
  typos: string[]
  /** The words that a beginning of one or two letters stands for; null where it stands for every word with it. */
  beginnings: string[] | null
}

/** What expansion is made with; without stems words have no other forms. */
export interface Vocabulary {
  db: Db
  stems: Stems | null
  /** Whether the vocabulary has every word of the index. */
  isCurrent?: boolean
  /** From so many uses in blocks on the words with a beginning are named one by one. */
  frequentFrom?: number
}

const mostForms = 24
const mostTypos = 4
const mostBeginnings = 12
/** Beginnings shorter than this stand for the most frequent words with them. */
const shortestPrefix = 3
const candidates = 4_000
/** A word in so few blocks is a mistake if a close one is so many times as frequent. */
const rareBlocks = 2
const frequentTimes = 50

/** Finds forms and likely meant words for one folded term. With `prefix` it is the beginning of a word. */
export function expandTerm(vocabulary: Vocabulary, term: string, prefix: boolean): Expansion {
  const { db, stems } = vocabulary
  const none: Expansion = { term, forms: [], typos: [], beginnings: null }
  if (prefix) {
    if ([...term].length >= shortestPrefix) return none
    const beginnings = termsWithPrefix(db, term, mostBeginnings).map((found) => found.term)
    return { ...none, beginnings: beginnings.includes(term) ? beginnings : [term, ...beginnings] }
  }
  if (!isWord(term)) return none
  const found = stems === null ? [] : termsWithStems(db, stems.of(term), mostForms)
  const forms = found.map((each) => each.term).filter((each) => each !== term)
  return { ...none, forms, typos: findTypos(db, term, new Set(forms)) }
}

/** Digits and ideographs have no forms and no near words. */
function isWord(term: string): boolean {
  for (let at = 0; at < term.length; at++) if (classAt(term, at) !== letter) return false
  return term.length > 0
}

function findTypos(db: Db, term: string, forms: ReadonlySet<string>): string[] {
  const most = mistakesAllowed([...term].length)
  if (most === 0) return []
  const known = findTerm(db, term)
  const blocks = known?.blocks ?? (isIndexed(db, term) ? 1 : 0)
  if (blocks > rareBlocks || (blocks === 0 && forms.size > 0)) return []
  const wanted = (found: Term) =>
    !forms.has(found.term) && found.term !== term && found.blocks > blocks * frequentTimes
  const near = closest(term, termsLike(db, term, candidates).filter(wanted), most)
  if (near.length > 0 || blocks > 0) return near
  // Two mistakes in a short word leave no three letters together.
  const letters = [...term]
  return closest(
    term,
    termsOfLength(db, letters.slice(0, 2), letters.length, candidates).filter(wanted),
    most,
  )
}

/** A name has few words, so more may be tried than in whole texts. */
const mostNear = 40

/** Words of the notebook that a word may be meant for, however frequent each is; the nearest first. */
export function nearTerms(db: Db, term: string): string[] {
  const most = mistakesAllowed([...term].length)
  if (most === 0 || !isWord(term)) return []
  const near = byDistance(term, termsLike(db, term, candidates), most)
  return near
    .filter((each) => each.term !== term)
    .slice(0, mostNear)
    .map((each) => each.term)
}

function closest(term: string, found: readonly Term[], most: number): string[] {
  return byDistance(term, found, most)
    .filter(({ distance }, _, sorted) => distance === sorted[0]?.distance)
    .slice(0, mostTypos)
    .map((each) => each.term)
}

function byDistance(term: string, found: readonly Term[], most: number): (Term & { distance: number })[] {
  return found
    .map((each) => ({ ...each, distance: editDistance(term, each.term, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || b.blocks - a.blocks)
}
