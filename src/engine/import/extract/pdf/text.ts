import type { Draft, Line, Piece, Run } from './model.ts'
import { linesOf } from './model.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Put {
  text: string
  pieces: Piece[]
}

/** The text of a draft, with the place on its page of every part. */
export function textOf(draft: Draft, vocabulary: Vocabulary): Put {
  if (draft.kind !== 'table-row') return putLines(linesOf(draft), vocabulary)
  let text = ''
  const pieces: Piece[] = []
  draft.cells.forEach((cell, index) => {
    if (index > 0) text += ' | '
    const put = putLines(cell, vocabulary)
    for (const piece of put.pieces)
      pieces.push({ ...piece, start: piece.start + text.length, end: piece.end + text.length })
    text += put.text
  })
  return { text, pieces }
}

/** How much of what stands before is looked at where two lines meet. */
const lookBehind = 200

/** The lines of a paragraph as one text: words cut at a line's end are whole again. */
export function putLines(lines: readonly Line[], vocabulary: Vocabulary): Put {
  // In parts, since a broken document can have a paragraph of a whole book.
  const parts: string[] = []
  const pieces: Piece[] = []
  let length = 0
  let before = ''
  for (const line of lines) {
    const put = putLine(line)
    const { drop, between } = vocabulary.joint(before, put.text)
    const last = parts.pop() ?? ''
    const kept = `${last.slice(0, last.length - drop)}${between}`
    length += kept.length - last.length
    const previous = pieces.at(-1)
    if (previous !== undefined) previous.end = Math.min(previous.end, length)
    for (const piece of put.pieces)
      pieces.push({ ...piece, start: piece.start + length, end: piece.end + length })
    parts.push(kept, put.text)
    length += put.text.length
    before = `${before.slice(0, before.length - drop)}${between}${put.text}`.slice(-lookBehind)
  }
  return { text: parts.join(''), pieces }
}

/** The text of one line. */
export function lineText(line: Line): string {
  return putLine(line).text
}

function putLine(line: Line): Put {
  let text = ''
  const pieces: Piece[] = []
  line.runs.forEach((run, index) => {
    const previous = line.runs[index - 1]
    if (previous !== undefined && isApart(previous, run)) text += ' '
    const written = writeShifted(run, text)
    pieces.push({ start: text.length, end: text.length + written.length, page: line.page, run })
    text += written
  })
  return withoutLeaders({ text, pieces })
}

/** Dots that lead the eye over a line, as in a table of contents, become one sign. */
function withoutLeaders({ text, pieces }: Put): Put {
  const found = /(?:\s*[.·_]){5,}\s*/u.exec(text)
  if (found === null) return { text, pieces }
  const sign = found.index === 0 ? '' : ' … '
  const from = found.index
  const to = from + found[0].length
  const move = (at: number) =>
    at <= from ? at : at >= to ? at - (to - from) + sign.length : from + sign.length
  const moved = pieces.map((piece) => ({ ...piece, start: move(piece.start), end: move(piece.end) }))
  return {
    text: `${text.slice(0, from)}${sign}${text.slice(to)}`,
    pieces: moved.filter(({ start, end }) => end > start),
  }
}

/** Whether a space stands between two runs of a line. */
function isApart(left: Run, right: Run): boolean {
  const gap = Math.max(left.x0, right.x0) - Math.min(left.x1, right.x1)
  const em = Math.min(left.size, right.size)
  if (gap > em * 0.16) return true
  return (left.spaceAfter || right.spaceBefore) && gap > -em * 0.1
}

const raised: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '–': '⁻',
  '(': '⁽',
  ')': '⁾',
}
const lowered: Record<string, string> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
  '−': '₋',
  '(': '₍',
  ')': '₎',
}

/**
 * Raised digits behind a word are marks of notes and stand in brackets, so that `words3` is not taken for one word;
 * behind numbers, units and single letters they are exponents, and stay raised.
 */
function writeShifted(run: Run, before: string): string {
  if (run.shift === 'none') return run.text
  if (run.shift === 'sub') return /^[\d+−()-]+$/.test(run.text) ? translate(run.text, lowered) : run.text
  if (isNoteMark(run.text, before)) return `[${run.text}]`
  return /^[\d+−–()-]+$/.test(run.text) ? translate(run.text, raised) : run.text
}

function isNoteMark(text: string, before: string): boolean {
  if (!/^\d{1,3}(?:\s?[,–-]\s?\d{1,3})*$/.test(text) || before === '')
    return before === '' && /^\d{1,3}$/.test(text)
  return (
    /(?:\p{L}{3,}|[.,;:!?”"’)\]»])\s?$/u.test(before) &&
    !/(?:^|[^\p{L}])(?:km|cm|mm|dm|sec|min)\s?$/u.test(before)
  )
}

function translate(text: string, letters: Record<string, string>): string {
  return [...text].map((letter) => letters[letter] ?? letter).join('')
}
