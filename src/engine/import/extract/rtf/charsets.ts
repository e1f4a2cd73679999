import iconv from 'iconv-lite'

/** Code pages by the numbers of `\fcharset`, from the RTF specification 1.9.1. */
const byCharset: Record<number, string | undefined> = {
  0: 'cp1252',
  77: 'macroman',
  128: 'cp932',
  129: 'cp949',
  134: 'cp936',
  136: 'cp950',
  161: 'cp1253',
  162: 'cp1254',
  163: 'cp1258',
  177: 'cp1255',
  178: 'cp1256',
  186: 'cp1257',
  204: 'cp1251',
  222: 'cp874',
  238: 'cp1250',
  254: 'cp437',
  255: 'cp850',
}

/** What a font's bytes stand for where its letters are drawings: nothing that text could show. */
export const symbols = 'symbols'

/** The encoding of a font; undefined where it leaves that to the document. */
export function charsetEncoding(charset: number): string | undefined {
  return charset === 2 ? symbols : byCharset[charset]
}

/** The encoding of a code page's number, such as 1252 or 10000. */
export function codePageEncoding(page: number): string | undefined {
  const name = page === 10_000 ? 'macroman' : page === 65_001 ? 'utf8' : `cp${page}`
  return iconv.encodingExists(name) ? name : undefined
}

/** Text of bytes in one of these encodings. Of a symbol font only the blanks are certain. */
export function decode(bytes: Uint8Array, encoding: string): string {
  if (encoding !== symbols) return iconv.decode(Buffer.from(bytes), encoding)
  return bytes.every((byte) => byte === 0x20) ? ' '.repeat(bytes.length) : ''
}
