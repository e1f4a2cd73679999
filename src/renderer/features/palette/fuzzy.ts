/**
 * How well `query` fits `text`, its characters in order but not necessarily side by side; 0 where they do not occur.
 * Starts of words and runs count most, so `gts` finds `Go to Source`. Case and spaces in the query are ignored.
 */
export function fuzzyScore(query: string, text: string): number {
  const wanted = [...query.toLowerCase().replace(/\s+/g, '')]
  if (wanted.length === 0) return 1
  const letters = [...text.toLowerCase()]
  let best = 0
  for (const [start, letter] of letters.entries()) {
    if (letter === wanted[0]) best = Math.max(best, scoreFrom(start, wanted, letters))
  }
  return best
}

function scoreFrom(start: number, wanted: readonly string[], letters: readonly string[]): number {
  let score = 0
  let at = start
  let last = -2
  for (const letter of wanted) {
    const found = nextPlace(letter, at, last, letters)
    if (found < 0) return 0
    score += 1 + (startsWord(found, letters) ? 4 : 0) + (found === last + 1 ? 3 : 0)
    last = found
    at = found + 1
  }
  return score
}

/** Where `letter` continues best: right after the last one, else at a word's start, else anywhere. */
function nextPlace(letter: string, from: number, last: number, letters: readonly string[]): number {
  if (last >= 0 && letters[last + 1] === letter) return last + 1
  for (let at = from; at < letters.length; at++) {
    if (letters[at] === letter && startsWord(at, letters)) return at
  }
  return letters.indexOf(letter, from)
}

function startsWord(at: number, letters: readonly string[]): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? '')
}

/** The items that fit, best first; items that fit alike keep their order. */
export function fuzzySort<Item>(
  query: string,
  items: readonly Item[],
  textOf: (item: Item) => string,
): Item[] {
  const scored = items.map((item) => ({ item, score: fuzzyScore(query, textOf(item)) }))
  const fitting = scored.filter(({ score }) => score > 0)
  if (query.trim() !== '') fitting.sort((a, b) => b.score - a.score)
  return fitting.map(({ item }) => item)
}
