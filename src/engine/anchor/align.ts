import { Dictionary, isBoundary, type Tokens, tokenise } from './tokens.ts'
import { certainTokens } from './windows.ts'

/** A stretch that certainly is the same in both texts. Offsets are UTF-16. */
export interface Run {
  old: number
  next: number
  length: number
}

/**
 * Which stretches of an old text stand where in a new one. What was moved is among them, so that their order in one text
 * need not be that in the other. The first and last are the empty stretches at both texts' ends.
 */
export interface Alignment {
  /** In the old text's order. None overlaps another in either text. */
  runs: Run[]
  /** The same in the new text's order. */
  byNew: Run[]
  /** Each run's place in `byNew`. */
  rank: Map<Run, number>
  /** The runs that stand out of the order which most of the text kept. */
  moved: ReadonlySet<Run>
}

export function align(oldText: string, newText: string): Alignment {
  const { head, tail } = sameEnds(oldText, newText)
  return alignAround(oldText, newText, [
    { old: 0, next: 0, length: head },
    { old: oldText.length - tail, next: newText.length - tail, length: tail },
  ])
}

/** So near to the first or last difference the same words may be repetitions of each other; farther away no text repeats itself. */
const repetition = 4_000

/**
 * How much at both ends is the same for certain, so that a large text with a small edit is not compared as a whole. What
 * could belong to either end, as where one of two equal parts went, belongs to none.
 */
function sameEnds(oldText: string, newText: string): { head: number; tail: number } {
  const most = Math.min(oldText.length, newText.length)
  let head = 0
  while (head < most && oldText.charCodeAt(head) === newText.charCodeAt(head)) head++
  if (head === oldText.length && head === newText.length) return { head, tail: 0 }
  const [oldEnd, newEnd] = [oldText.length - 1, newText.length - 1]
  let tail = 0
  while (tail < most && oldText.charCodeAt(oldEnd - tail) === newText.charCodeAt(newEnd - tail)) tail++
  const both = Math.max(0, head + tail - most)
  return {
    head: atWordEnd(oldText, Math.max(0, head - both - repetition), -1),
    tail:
      oldText.length -
      atWordEnd(oldText, Math.min(oldText.length, oldText.length - tail + both + repetition), 1),
  }
}

/** The nearest place from `offset` on, backwards or forwards, that cuts no token in two. */
function atWordEnd(text: string, offset: number, step: 1 | -1): number {
  let at = offset
  while (!isBoundary(text, at)) at += step
  return at
}

/**
 * The alignment of texts of which it is known what stayed, as of a text that was edited by hand: that is certain however
 * often its words are repeated, and only what stands between is compared. `known` is in order in both texts.
 */
export function alignAround(oldText: string, newText: string, known: readonly Run[]): Alignment {
  const runs: Run[] = []
  let old = 0
  let next = 0
  for (const run of [...known, { old: oldText.length, next: newText.length, length: 0 }]) {
    const oldGap = oldText.slice(old, run.old)
    const newGap = newText.slice(next, run.next)
    if (oldGap !== '' && newGap !== '') {
      for (const { length, ...at } of findRuns(oldGap, newGap)) {
        runs.push({ old: old + at.old, next: next + at.next, length })
      }
    }
    runs.push(run)
    old = run.old + run.length
    next = run.next + run.length
  }
  return arrange(oldText, newText, runs)
}

function findRuns(oldText: string, newText: string): Run[] {
  const dictionary = new Dictionary()
  const old = tokenise(oldText, dictionary)
  const next = tokenise(newText, dictionary)
  return joinTokens(certainTokens(old, next), old, next)
}

function joinTokens(certain: Int32Array, old: Tokens, next: Tokens): Run[] {
  const runs: Run[] = []
  for (let token = 0; token < certain.length; token++) {
    const partner = certain[token] ?? -1
    if (partner < 0) continue
    const start = token
    while ((certain[token + 1] ?? -1) === partner + token + 1 - start) token++
    const from = old.starts[start] ?? 0
    runs.push({ old: from, next: next.starts[partner] ?? 0, length: (old.starts[token + 1] ?? 0) - from })
  }
  return runs
}

/** Adds the texts' ends, and joins neighbours that have the same words between them in both texts. */
function arrange(oldText: string, newText: string, found: readonly Run[]): Alignment {
  const ends = [
    { old: 0, next: 0, length: 0 },
    ...found.filter((run) => run.length > 0),
    { old: oldText.length, next: newText.length, length: 0 },
  ]
  const before = [...ends].sort(inNewText)
  const follower = new Map(before.map((run, index) => [run, before[index + 1]]))
  const runs: Run[] = []
  let last: Run | undefined
  for (const run of ends) {
    const joined = runs.at(-1)
    if (joined !== undefined && last !== undefined && follower.get(last) === run) {
      const oldGap = oldText.slice(joined.old + joined.length, run.old)
      if (oldGap === newText.slice(joined.next + joined.length, run.next)) {
        joined.length = run.old + run.length - joined.old
        last = run
        continue
      }
    }
    runs.push({ ...run })
    last = run
  }
  const byNew = [...runs].sort(inNewText)
  const rank = new Map(byNew.map((run, index) => [run, index]))
  return { runs, byNew, rank, moved: findMoved(runs, rank) }
}

/**
 * The runs outside the longest chain that is in the same order in both texts, counted in UTF-16 units. The best chain up
 * to each place in the new text is kept in a Fenwick tree of maxima.
 */
function findMoved(runs: readonly Run[], rank: ReadonlyMap<Run, number>): Set<Run> {
  interface Chain {
    run: Run
    length: number
    before: Chain | undefined
  }
  const best: (Chain | undefined)[] = new Array(runs.length + 1).fill(undefined)
  const longest = (upTo: number) => {
    let chain: Chain | undefined
    for (let at = upTo; at > 0; at -= at & -at) {
      const other = best[at]
      if (other !== undefined && other.length > (chain?.length ?? -1)) chain = other
    }
    return chain
  }
  for (const run of runs) {
    const place = (rank.get(run) ?? 0) + 1
    const before = longest(place - 1)
    const chain = { run, length: (before?.length ?? 0) + run.length, before }
    for (let at = place; at <= runs.length; at += at & -at) {
      if (chain.length >= (best[at]?.length ?? -1)) best[at] = chain
    }
  }
  const moved = new Set(runs)
  for (let chain = longest(runs.length); chain !== undefined; chain = chain.before) moved.delete(chain.run)
  return moved
}

/** Empty stretches come before others at the same place, but for the one at the end. */
function inNewText(a: Run, b: Run): number {
  return a.next - b.next || a.next + a.length - (b.next + b.length) || a.old - b.old
}

/** The index of the last of `runs` that starts at or before `offset` of the old text. There always is one. */
export function runAtOrBefore({ runs }: Alignment, offset: number): number {
  return lastWhere(runs, (run) => run.old <= offset)
}

/** The index of the first of `runs` that ends at or behind `offset` of the old text. There always is one. */
export function runAtOrAfter({ runs }: Alignment, offset: number): number {
  return lastWhere(runs, (run) => run.old + run.length < offset) + 1
}

/** The runs that overlap `[start, end)` of the new text. */
export function runsInNew({ byNew }: Alignment, start: number, end: number): Run[] {
  const first = lastWhere(byNew, (run) => run.next + run.length <= start) + 1
  const found: Run[] = []
  for (let index = first; index < byNew.length; index++) {
    const run = byNew[index]
    if (run === undefined || run.next >= end) break
    found.push(run)
  }
  return found
}

/** The runs that overlap `[start, end)` of the old text. */
export function runsInOld({ runs }: Alignment, start: number, end: number): Run[] {
  const first = lastWhere(runs, (run) => run.old + run.length <= start) + 1
  const found: Run[] = []
  for (let index = first; index < runs.length; index++) {
    const run = runs[index]
    if (run === undefined || run.old >= end) break
    found.push(run)
  }
  return found
}

/** The index of the last run for which `holds` is true, where it is true of a first part of them; -1 where of none. */
function lastWhere(runs: readonly Run[], holds: (run: Run) => boolean): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (run !== undefined && holds(run)) low = middle + 1
    else high = middle
  }
  return low - 1
}
