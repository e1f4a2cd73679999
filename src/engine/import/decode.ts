import { CrossreadError } from '#shared/errors.ts'

/**
 * The text of a plain-text file: UTF-8, or UTF-16 where a byte order mark says so.
 * Throws `file_unreadable` with a reason for an empty file, a binary one, and one in another encoding.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw unreadable('The file is empty.')
  const text = decoderFor(bytes)(bytes)
  if (text.includes('\0')) throw unreadable('This is a binary file, not text.')
  if (text.trim() === '') throw unreadable('There is no text in this file, only white space.')
  return text
}

function decoderFor(bytes: Uint8Array): (bytes: Uint8Array) => string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  if (mark === 0xfffe) return (input) => new TextDecoder('utf-16le').decode(input)
  if (mark === 0xfeff) return (input) => new TextDecoder('utf-16be').decode(input)
  return decodeUtf8
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const reason = looksBinary(bytes) ? 'This is a binary file, not text.' : 'The text is not in UTF-8.'
    throw unreadable(reason)
  }
}

/** Whether the first bytes hold control characters that no text in any 8-bit encoding has. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8_192).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
}

function unreadable(reason: string): CrossreadError {
  return new CrossreadError('file_unreadable', reason)
}
