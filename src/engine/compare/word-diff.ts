import { diffArrays } from 'diff'

/** A run of a text's words, and whether the other text has nothing like it in this place. */
export interface Piece {
  text: string
  changed: boolean
}

/** Beyond this many edits two texts are taken as different: Myers' algorithm grows with their square. */
const mostEdits = 600
/** Longer texts are compared by sentences first, so that words are compared only where sentences differ. */
const mostWordsAtOnce = 3_000

/** Two texts in pieces that join to them: words that both have in the same order, and words that one alone has. */
export function diffWords(left: string, right: string): { left: Piece[]; right: Piece[] } {
  const pieces = { left: [] as Piece[], right: [] as Piece[] }
  if (left === right) addBoth(pieces, left)
  else if (Math.max(left.length, right.length) > mostWordsAtOnce * 6) diffBySentence(left, right, pieces)
  else diffTokens(words(left), words(right), pieces)
  return { left: joined(pieces.left), right: joined(pieces.right) }
}

interface Pieces {
  left: Piece[]
  right: Piece[]
}

function diffBySentence(left: string, right: string, pieces: Pieces): void {
  const changes = diffArrays(sentences(left), sentences(right), { maxEditLength: mostEdits })
  if (changes === undefined) {
    addChanged(pieces, left, right)
    return
  }
  let removed = ''
  let added = ''
  const settle = () => {
    if (Math.max(removed.length, added.length) > mostWordsAtOnce * 6) addChanged(pieces, removed, added)
    else if (removed !== '' || added !== '') diffTokens(words(removed), words(added), pieces)
    removed = ''
    added = ''
  }
  for (const change of changes) {
    if (change.removed) removed += change.value.join('')
    else if (change.added) added += change.value.join('')
    else {
      settle()
      addBoth(pieces, change.value.join(''))
    }
  }
  settle()
}

function diffTokens(left: string[], right: string[], pieces: Pieces): void {
  const changes = diffArrays(left, right, { maxEditLength: mostEdits, comparator: isSameWord })
  if (changes === undefined) {
    addChanged(pieces, left.join(''), right.join(''))
    return
  }
  // The words are taken from their own side: the spaces behind them may differ.
  let atLeft = 0
  let atRight = 0
  for (const { added, removed, count } of changes) {
    const own = added ? '' : left.slice(atLeft, atLeft + count).join('')
    const other = removed ? '' : right.slice(atRight, atRight + count).join('')
    if (!added) atLeft += count
    if (!removed) atRight += count
    if (own !== '') pieces.left.push({ text: own, changed: removed })
    if (other !== '') pieces.right.push({ text: other, changed: added })
  }
}

function isSameWord(left: string, right: string): boolean {
  return left === right || left.trimEnd() === right.trimEnd()
}

function addBoth({ left, right }: Pieces, text: string): void {
  left.push({ text, changed: false })
  right.push({ text, changed: false })
}

function addChanged(pieces: Pieces, left: string, right: string): void {
  if (left !== '') pieces.left.push({ text: left, changed: true })
  if (right !== '') pieces.right.push({ text: right, changed: true })
}

/** A text cut into words, each with the space behind it, marks by themselves, and ideographs one by one. */
function words(text: string): string[] {
  return (
    text.match(
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]\s*|[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*\s*|[^\p{L}\p{N}\p{M}\s]\s*|\s+|[\s\S]/gu,
    ) ?? []
  )
}

/** A text cut behind each sentence, or what looks like one: they need only be cut the same way on both sides. */
function sentences(text: string): string[] {
  return text.match(/[^.!?。！？]*[.!?。！？]+["”’»)\]]*\s*|[^.!?。！？]+$/gu) ?? []
}

/** Neighbours of the same kind as one piece. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const { text, changed } of pieces) {
    const last = result.at(-1)
    if (last?.changed === changed) last.text += text
    else result.push({ text, changed })
  }
  return result
}
