import { CrossreadError } from '../errors.ts'
import type { Span } from './tree.ts'

export type Lexeme = Span &
  (
    | { kind: 'word'; text: string }
    | { kind: 'phrase'; text: string }
    | { kind: 'regex'; source: string; ignoreCase: boolean }
    /** `name:` as written; its value is the lexeme that follows without a space. */
    | { kind: 'field'; name: string }
    | { kind: 'near'; distance: number }
    | { kind: 'or' }
    | { kind: 'not' }
    | { kind: 'open' }
    | { kind: 'close' }
  )

const defaultDistance = 10
const longestDistance = 1_000

/** A mistake in a query: `details.position` is the UTF-16 offset of the character at fault. */
export function mistake(message: string, position: number): CrossreadError {
  return new CrossreadError('invalid_input', message, { position })
}

const quotes = '"“”„«»'

/** Cuts a query into pieces. Throws `invalid_input` with the position of a mistake. */
export function lex(input: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  let at = 0
  while (at < input.length) {
    const next = /\s/.test(input.charAt(at)) ? null : lexOne(input, at, lexemes.at(-1))
    if (next !== null) lexemes.push(next)
    at = next === null ? at + 1 : next.end
  }
  return lexemes
}

function lexOne(input: string, start: number, before: Lexeme | undefined): Lexeme {
  const first = input.charAt(start)
  const isValue = before?.kind === 'field' && before.end === start
  if (quotes.includes(first)) return lexPhrase(input, start)
  if (first === '(') return { kind: 'open', start, end: start + 1 }
  if (first === ')') return { kind: 'close', start, end: start + 1 }
  if (isValue) return lexWord(input, start)
  if (first === '/') return lexRegex(input, start)
  // A sign in front of something is a “not”; alone, or inside a word, it is what it is.
  if (first === '-' && /[^\s)-]/.test(input.charAt(start + 1))) return { kind: 'not', start, end: start + 1 }
  return lexField(input, start) ?? lexGroupedNumber(input, start) ?? lexWord(input, start)
}

function lexPhrase(input: string, start: number): Lexeme {
  let close = start + 1
  while (close < input.length && !quotes.includes(input.charAt(close))) close++
  if (close >= input.length) throw mistake('This quotation mark is never closed.', start)
  return { kind: 'phrase', text: input.slice(start + 1, close), start, end: close + 1 }
}

/** `/…/` or `/…/i`, closed by the first slash that is not escaped, in no brackets, and followed by nothing. */
function lexRegex(input: string, start: number): Lexeme {
  let inClass = false
  for (let at = start + 1; at < input.length; at++) {
    const unit = input.charAt(at)
    if (unit === '\\') at++
    else if (unit === '[') inClass = true
    else if (unit === ']') inClass = false
    else if (unit === '/' && !inClass) {
      const ignoreCase = input.charAt(at + 1) === 'i'
      const end = at + (ignoreCase ? 2 : 1)
      if (end < input.length && !/[\s)]/.test(input.charAt(end))) continue
      const source = input.slice(start + 1, at)
      if (source === '') throw mistake('There is nothing between these slashes.', start)
      return { kind: 'regex', source, ignoreCase, start, end }
    }
  }
  throw mistake('This “/” begins a pattern that is never closed. Put a path in quotation marks.', start)
}

/** `author:` and the like: letters, then a colon; an address (`https://…`) is a word. */
function lexField(input: string, start: number): Lexeme | null {
  const match = /^(\p{L}+):(?!\/\/)/u.exec(input.slice(start, start + 40))
  const name = match?.[1]
  return name === undefined ? null : { kind: 'field', name, start, end: start + name.length + 1 }
}

const months =
  /(?:^|[^\p{L}\p{M}])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+$/iu

/** `4 500` is one word, as it is in a text; `June 12 300` is three, there and here. */
function lexGroupedNumber(input: string, start: number): Lexeme | null {
  const match = /^(\d{1,3})(?:[ \u00a0\u2009\u202f]\d{3})+\**(?![^\s"“”„«»()])/u.exec(input.slice(start))
  if (match === null) return null
  const day = match[1] ?? ''
  if (day.length <= 2 && months.test(input.slice(Math.max(0, start - 13), start))) return null
  return { kind: 'word', text: match[0], start, end: start + match[0].length }
}

function lexWord(input: string, start: number): Lexeme {
  let end = start
  while (end < input.length && !/[\s()]/.test(input.charAt(end)) && !quotes.includes(input.charAt(end))) end++
  const text = input.slice(start, end)
  if (text === 'OR') return { kind: 'or', start, end }
  const near = /^NEAR(?:\/(\d+))?$/.exec(text)
  if (near === null) return { kind: 'word', text, start, end }
  const distance = near[1] === undefined ? defaultDistance : Number(near[1])
  if (distance > longestDistance) throw mistake(`NEAR looks no further than ${longestDistance} words.`, start)
  return { kind: 'near', distance, start, end }
}
