import { Tokenize } from 'rtf-stream-parser'
import { CrossreadError } from '#shared/errors.ts'

/** A piece of RTF. The encoding of bytes depends on what stands before them. */
export type Token =
  | { kind: 'open'; end: number }
  | { kind: 'close' }
  | { kind: 'word'; word: string; param: number | undefined }
  | { kind: 'bytes'; bytes: Uint8Array }

/** Bytes that may be left when pictures are taken out. No text of a person is longer. */
const longest = 40_000_000

/**
 * Cuts RTF into tokens; of an opening brace, `end` is the index of the token that closes it. Groups that are never
 * closed end with the file. Throws `file_unreadable` for what is no RTF, or too long.
 */
export async function readTokens(bytes: Uint8Array): Promise<Token[]> {
  const rtf = withoutData(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  if (!/^[\s\u00ef\u00bb\u00bf]*\{\\rtf/.test(rtf)) {
    throw new CrossreadError('file_unreadable', 'This is not an RTF document, whatever its name says.')
  }
  if (rtf.length > longest) {
    throw new CrossreadError(
      'file_unreadable',
      'This RTF document is too long to be read at once. Split it and import the parts.',
    )
  }
  const tokens: Token[] = []
  const tokenizer = new Tokenize()
  tokenizer.on('data', (found: Found) => tokens.push(toToken(found)))
  await new Promise<void>((resolve, reject) => {
    tokenizer.once('end', resolve).once('error', reject)
    tokenizer.end(Buffer.from(rtf, 'latin1'))
  })
  matchBraces(tokens)
  return tokens
}

/** As the tokenizer gives them: 0 opens a group, 1 closes it, 2 is a control word, 3 is text. */
interface Found {
  type: number
  word?: string
  param?: number
  data?: Uint8Array
}

function toToken({ type, word, param, data }: Found): Token {
  if (type === 0) return { kind: 'open', end: 0 }
  if (type === 1) return { kind: 'close' }
  if (type === 2 && word !== "'") return { kind: 'word', word: word ?? '', param }
  return { kind: 'bytes', bytes: data ?? new Uint8Array() }
}

function matchBraces(tokens: Token[]): void {
  const open: { end: number }[] = []
  tokens.forEach((token, index) => {
    if (token.kind === 'open') open.push(token)
    else if (token.kind === 'close') {
      const group = open.pop()
      if (group !== undefined) group.end = index
    }
  })
  for (const group of open) group.end = tokens.length
}

/**
 * Takes out what is not text and what the tokenizer chokes on: binary data, which may claim to be longer than the file;
 * pictures in hexadecimal; ends of lines, which mean nothing in RTF and between which it would join a text piece by piece;
 * and bytes that are not written in two hexadecimal digits.
 */
function withoutData(rtf: string): string {
  return withoutPictures(withoutBinary(rtf)).replace(
    /\\[a-z]+-?\d*[\r\n]?|\\'[0-9a-f]{2}|\\[\s\S]|[\r\n]/gi,
    onOneLine,
  )
}

/** More hexadecimal digits in a row than any text has. */
const shortestPicture = 200

/** By hand: a regular expression that matches megabytes runs out of stack. */
function withoutPictures(rtf: string): string {
  const kept: string[] = []
  let from = 0
  let run = 0
  for (let index = 0; index <= rtf.length; index++) {
    if (isHexadecimal(rtf.charCodeAt(index))) continue
    if (index - run >= shortestPicture) {
      kept.push(rtf.slice(from, run), '\n')
      from = index
    }
    run = index + 1
  }
  return from === 0 ? rtf : kept.join('') + rtf.slice(from)
}

/** A digit, or the end of a line of them. */
function isHexadecimal(code: number): boolean {
  const letter = code | 0x20
  return (
    (code >= 0x30 && code <= 0x39) || (letter >= 0x61 && letter <= 0x66) || code === 0x0a || code === 0x0d
  )
}

/** A line may end a control word, as a space does, and is a paragraph's end behind a backslash. */
function onOneLine(found: string): string {
  if (found.startsWith('\r') || found.startsWith('\n') || found === "\\'") return ''
  if (found === '\\\r' || found === '\\\n') return '\\par '
  return /[\r\n]$/.test(found) ? `${found.slice(0, -1)} ` : found
}

function withoutBinary(rtf: string): string {
  const binary = /\\bin(\d{1,10})[ \r\n]?/g
  let kept = ''
  let from = 0
  for (let found = binary.exec(rtf); found !== null; found = binary.exec(rtf)) {
    kept += rtf.slice(from, found.index)
    from = Math.min(rtf.length, binary.lastIndex + Number(found[1]))
    binary.lastIndex = from
  }
  return kept + rtf.slice(from)
}
