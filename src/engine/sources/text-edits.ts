/** One change of a canonical text: `text` in the place of `[start, end)`. UTF-16. */
export interface TextEdit {
  start: number
  end: number
  text: string
}

/** A repetition shorter than this says nothing: `" a"`, `"the "`. */
const leastRepetition = 6

/**
 * Edits that say no more than is known. Of two like sentences one after the other, taking out the first gives the same
 * text as taking out the second, and whoever compared two texts to make the edits named one of them by chance. Such an
 * edit is made to span all the places it could stand at. `edits` are in order and do not overlap.
 */
export function widenEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  return edits.map((edit, index) => {
    const cut = text.slice(edit.start, edit.end)
    const { head, tail } = sameAtEnds(cut, edit.text)
    const removed = cut.slice(head, cut.length - tail)
    const inserted = edit.text.slice(head, edit.text.length - tail)
    if (removed !== '' && inserted !== '') return edit
    const start = edit.start + head
    const end = edit.end - tail
    const words = removed + inserted
    const left = slideLeft(text, start, edits[index - 1]?.end ?? 0, words)
    const right = slideRight(text, end, edits[index + 1]?.start ?? text.length, words)
    if (left + right < leastRepetition) return edit
    const around = text.slice(start - left, start) + inserted + text.slice(end, end + right)
    return { start: start - left, end: end + right, text: around }
  })
}

/** How far before `offset` the text goes on repeating `words` backwards. */
function slideLeft(text: string, offset: number, from: number, words: string): number {
  let length = 0
  while (offset - length > from && sameUnit(text, offset - length - 1, words, -1 - length)) length++
  return length
}

function slideRight(text: string, offset: number, until: number, words: string): number {
  let length = 0
  while (offset + length < until && sameUnit(text, offset + length, words, length)) length++
  return length
}

/** Whether the text has at `offset` what `words`, repeated without end in both directions, have at `index`. */
function sameUnit(text: string, offset: number, words: string, index: number): boolean {
  const { length } = words
  return length > 0 && text[offset] === words[((index % length) + length) % length]
}

/** How much at the beginning and at the end of an edit is the same before and after it. Cuts no character in two. */
export function sameAtEnds(before: string, after: string): { head: number; tail: number } {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  if (isInsidePair(before, head) || isInsidePair(after, head)) head--
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  if (isInsidePair(before, before.length - tail) || isInsidePair(after, after.length - tail)) tail--
  return { head, tail: Math.max(0, tail) }
}

/**
 * Edits of `before` as edits of `now`, for a text that changed since they were made: what lies before all that changed
 * stays, what lies behind it moves along. Null where one touches what changed. `edits` are in order and do not overlap.
 */
export function rebaseEdits(before: string, now: string, edits: readonly TextEdit[]): TextEdit[] | null {
  const { head, tail } = sameAtEnds(before, now)
  const moved = now.length - before.length
  const rebased: TextEdit[] = []
  for (const edit of edits) {
    if (edit.end <= head) rebased.push(edit)
    else if (edit.start >= before.length - tail) {
      rebased.push({ ...edit, start: edit.start + moved, end: edit.end + moved })
    } else return null
  }
  return rebased
}

/** Whether `offset` stands between the two halves of a surrogate pair. */
export function isInsidePair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const behind = text.charCodeAt(offset)
  return before >= 0xd800 && before < 0xdc00 && behind >= 0xdc00 && behind < 0xe000
}
