import type { Line } from './model.ts'

/** What to do where one line ends and the next begins: letters to drop from the end, and what to put between. */
export interface Joint {
  drop: number
  between: '' | ' '
}

/** A document's own words, which say how a word cut at a line's end is written when it is whole. */
export interface Vocabulary {
  joint(before: string, after: string): Joint
}

const apart: Joint = { drop: 0, between: ' ' }
const together: Joint = { drop: 0, between: '' }
const word = /[\p{L}\p{M}\p{Nd}]+(?:[-‐'’][\p{L}\p{M}\p{Nd}]+)*/gu
/** Scripts written without spaces. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u3000-\u303f\uff00-\uffef]/u
/** First parts that keep their hyphen in English. */
const compounding = new Set(
  'self well long short high low half quasi cross multi ever far two three four five six seven eight nine'.split(
    ' ',
  ),
)
/** First parts that mostly grow together with what follows. */
const closing = new Set(
  'under over with some every through where there here after down back fore inter super counter news work home land water'.split(
    ' ',
  ),
)
/** What follows the hyphen of `import- and export`. */
const conjunctions = new Set('and or und oder bzw et ou y o e och eller og en of i a'.split(' '))

/** Learns the words of a document from the parts of its lines that cannot have been cut. */
export function vocabularyOf(lines: Iterable<Line>): Vocabulary {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const words =
      line.runs
        .map((run) => run.text)
        .join(' ')
        .toLowerCase()
        .match(word) ?? []
    // The last one may be the first half of a word, the first one the second half.
    for (const found of words.slice(1, -1)) counts.set(found, (counts.get(found) ?? 0) + 1)
  }
  return { joint: (before, after) => joint(before, after, counts) }
}

function joint(before: string, after: string, counts: ReadonlyMap<string, number>): Joint {
  const last = before.at(-1)
  const next = after[0]
  if (last === undefined || next === undefined) return together
  if (last === '\u00ad') return { drop: 1, between: '' }
  if (unspaced.test(last) && unspaced.test(next)) return together
  if (/\S*(?:https?:\/\/|www\.)\S*[/._=&?%-]$/.test(before) && /^\S*[/.=&?%\d]|^\p{Ll}+$/u.test(after))
    return together
  if (/[-‐]$/.test(last)) return hyphen(before, after, counts)
  if (/[\p{L}\p{Nd}][–—/]$/u.test(before) && /^[\p{L}\p{Nd}]/u.test(after)) return together
  return apart
}

function hyphen(before: string, after: string, counts: ReadonlyMap<string, number>): Joint {
  const first = /([\p{L}\p{M}\p{Nd}]+(?:[-‐'’][\p{L}\p{M}\p{Nd}]+)*)[-‐]$/u.exec(before)?.[1]?.toLowerCase()
  const second = /^[\p{L}\p{M}\p{Nd}]+(?:[-‐'’][\p{L}\p{M}\p{Nd}]+)*/u.exec(after)?.[0]
  if (first === undefined) return apart
  if (second === undefined) return apart
  if (conjunctions.has(second)) return apart
  if (!/^\p{Ll}/u.test(second)) return together
  return keepsHyphen(first, second.toLowerCase(), counts) ? together : { drop: 1, between: '' }
}

/** Whether the hyphen is the word's own. Both ways of writing it are looked for in the document first. */
function keepsHyphen(first: string, second: string, counts: ReadonlyMap<string, number>): boolean {
  const compound = counts.get(`${first}-${second}`) ?? 0
  const joined = counts.get(first + second) ?? 0
  if (compound !== joined) return compound > joined
  if (/\d$/.test(first)) return true
  const lastPart = first.split(/[-‐]/).at(-1) ?? first
  // `state-of-the-` goes on with a hyphen.
  if (lastPart !== first) return (counts.get(lastPart + second) ?? 0) === 0
  const parts = Math.min(counts.get(first) ?? 0, counts.get(second) ?? 0)
  if (compounding.has(first)) return (counts.get(second) ?? 0) > 0
  return parts >= 2 && first.length >= 4 && second.length >= 4 && !closing.has(first)
}
