export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const jpeg = [0xff, 0xd8, 0xff]

/** What an image is by its first bytes, whatever its name says; null where it is none that we show. */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  if (begins(bytes, png)) return 'image/png'
  if (begins(bytes, jpeg)) return 'image/jpeg'
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'image/gif'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
  return null
}

function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end))
}
