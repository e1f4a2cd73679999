import { decodeBytes } from '../../encoding.ts'

/**
 * A mail whose header is UTF-8. Headers of old programs hold bytes of the sender's own encoding, which the standard does
 * not allow and the parser takes for UTF-8. The body is left as it is.
 */
export function withReadableHeader(mail: Uint8Array): Uint8Array {
  const end = headerEnd(mail)
  const header = mail.subarray(0, end)
  if (isUtf8(header)) return mail
  const charset = /^content-type:[^\n]*(?:\n[ \t][^\n]*)*?charset="?([\w.:-]+)/im.exec(latin1(header))?.[1]
  const { text } = decodeBytes(
    header.filter((byte) => byte !== 0),
    charset,
  )
  return Buffer.concat([Buffer.from(text, 'utf8'), mail.subarray(end)])
}

/** Where the first empty line begins; the length where there is none. */
function headerEnd(mail: Uint8Array): number {
  const buffer = Buffer.from(mail.buffer, mail.byteOffset, mail.byteLength)
  const ends = [buffer.indexOf('\n\n'), buffer.indexOf('\n\r\n')].filter((at) => at >= 0)
  return ends.length === 0 ? mail.length : Math.min(...ends) + 1
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
