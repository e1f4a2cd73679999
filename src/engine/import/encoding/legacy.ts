import chardet from 'chardet'
import iconv from 'iconv-lite'
import type { Decoded } from '../encoding.ts'

/** Reads a text that is not Unicode. */
export function decodeLegacy(bytes: Uint8Array, hint: string | undefined): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const encoding of [hint, chardet.detect(bytes), 'windows-1252']) {
    if (!encoding || !iconv.encodingExists(encoding)) continue
    const text = iconv.decode(buffer, encoding)
    if (!/[\ufffd\0]/.test(text))
      return { text, encoding: encoding.toLowerCase(), certain: encoding === hint }
  }
  return { text: iconv.decode(buffer, 'windows-1252'), encoding: 'windows-1252', certain: false }
}
