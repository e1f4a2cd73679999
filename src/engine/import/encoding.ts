import { isUtf8 } from 'node:buffer'
import { CrossreadError } from '#shared/errors.ts'
import type { Decoded } from './encoding/decoded.ts'
import { decodeIso2022 } from './encoding/iso-2022.ts'
import { decodeLegacy } from './encoding/legacy.ts'
import { decodeMarked, decodeUnmarkedWide } from './encoding/unicode.ts'

export type { Decoded } from './encoding/decoded.ts'

const binary = 'This is a binary file, not text.'

/**
 * The text of a file in whatever encoding it is: by its byte order mark; else UTF-8 where it is valid; else UTF-16 or
 * UTF-32 by the pattern of its zero bytes; else `hint` where the bytes agree with it; else what reads best.
 *
 * @param hint what the document itself or its transport says (`charset=…`); a wrong one does no harm.
 * @throws CrossreadError `file_unreadable` for a file that is empty, holds only white space, or is no text.
 */
export function decodeBytes(bytes: Uint8Array, hint?: string): Decoded {
  if (bytes.length === 0) throw unreadable('The file is empty.')
  const decoded =
    decodeMarked(bytes) ??
    decodeIso2022(bytes) ??
    decodeUtf8(bytes) ??
    decodeUnmarkedWide(bytes) ??
    decodeOther(bytes, hint)
  if (decoded.text.includes('\0')) throw unreadable(binary)
  if (!/\S/.test(decoded.text)) throw unreadable('There is no text in this file, only white space.')
  return decoded
}

/** Zero bytes are valid too, but mean UTF-16. */
function decodeUtf8(bytes: Uint8Array): Decoded | null {
  if (!isUtf8(bytes) || bytes.includes(0)) return null
  // Faster than a TextDecoder, and just the same for what is valid.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return { text, encoding: 'utf-8', certain: true }
}

function decodeOther(bytes: Uint8Array, hint: string | undefined): Decoded {
  if (looksBinary(bytes)) throw unreadable(binary)
  return decodeLegacy(bytes, hint)
}

/** Whether the first bytes hold control characters that no text has; DOS ended its files with 26. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes
    .subarray(0, 8_192)
    .some(
      (byte, index) =>
        byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && !(byte === 26 && index === bytes.length - 1)),
    )
}

function unreadable(reason: string): CrossreadError {
  return new CrossreadError('file_unreadable', reason)
}
