import { countOf, numberOf } from './markers.ts'
import { type Draft, linesOf } from './model.ts'
import { lineText } from './text.ts'

/** How many drafts back the item before may stand: an item can have paragraphs and notes of its own. */
const reach = 4

/**
 * Makes items of the paragraphs that carry numbers which count on, and gives all items of geometry's making their depth
 * by how far they are indented.
 */
export function markLists(drafts: readonly Draft[]): void {
  const numbers = drafts.map((draft) => (draft.kind === 'paragraph' ? numberAt(draft) : ''))
  numbers.forEach((number, index) => {
    const draft = drafts[index]
    if (number === '' || draft === undefined) return
    const neighbours = [
      ...numbers.slice(Math.max(0, index - reach), index),
      ...numbers.slice(index + 1, index + 1 + reach),
    ]
    if (neighbours.some((other) => other !== '' && follows(other, number))) {
      draft.kind = 'list-item'
      draft.level = 1
    }
  })
  let group: Draft[] = []
  for (const draft of drafts) {
    if (draft.kind === 'list-item') group.push(draft)
    else {
      setLevels(group)
      group = []
    }
  }
  setLevels(group)
}

function numberAt(draft: Draft): string {
  const first = linesOf(draft)[0]
  return first === undefined ? '' : numberOf(lineText(first))
}

/** Whether two numbers of the same shape are neighbours: `3.` and `4.`, `(b)` and `(c)`. */
function follows(other: string, number: string): boolean {
  if (other.replace(/[\p{L}\d]+/u, '') !== number.replace(/[\p{L}\d]+/u, '')) return false
  const a = countOf(other)
  const b = countOf(number)
  if (a !== undefined && b !== undefined) return Math.abs(a - b) === 1
  if (a !== undefined || b !== undefined) return false
  const letters = [other, number].map((text) => text.replace(/\P{L}/gu, ''))
  if (letters.every((letter) => letter.length === 1))
    return Math.abs((letters[0] ?? '').charCodeAt(0) - (letters[1] ?? '').charCodeAt(0)) === 1
  return letters.every((letter) => /^[ivx]+$/i.test(letter))
}

function setLevels(group: readonly Draft[]): void {
  const depths: number[] = []
  const starts = group.map((draft) => (linesOf(draft)[0]?.x0 ?? 0) - draft.frame.left)
  for (const start of [...starts].sort((a, b) => a - b)) {
    if (start - (depths.at(-1) ?? Number.NEGATIVE_INFINITY) > 5) depths.push(start)
  }
  group.forEach((draft, index) => {
    const start = starts[index] ?? 0
    draft.level = Math.min(6, Math.max(1, depths.filter((depth) => depth <= start + 2.5).length))
  })
}
