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
 * pictures in hexadecimal, whose lines it would join one by one; and bytes that are not written in two such digits.
 */
function withoutData(rtf: string): string {
  return withoutBinary(rtf)
    .replace(/[0-9a-fA-F\r\n]{200,}/g, '\n')
    .replace(/\\(?:[\\{}]|'(?![0-9a-fA-F]{2}))/g, (found) => (found === "\\'" ? '' : found))
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
