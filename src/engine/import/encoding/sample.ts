/** What encodings are told by: the bytes beyond ASCII and what stands around them. */
export interface Sample {
  /** Bytes beyond ASCII, each with a few of its neighbours. */
  bytes: Uint8Array
  /** How often each byte occurs in them. */
  counts: Uint32Array
  /** Which bytes beyond ASCII occur at all. */
  used: number[]
  /** How often two bytes follow each other, of which at least one is beyond ASCII: `first * 256 + second`. */
  pairs: Map<number, number>
  /** How many of ASCII's letters there were on the way, those left out included. */
  asciiLetters: number
}

const largest = 8_192
const around = 12

/** Takes a sample from the beginning of a text, leaving out long stretches of plain ASCII. */
export function takeSample(all: Uint8Array): Sample {
  const taken = new Uint8Array(Math.min(all.length, largest))
  let length = 0
  let asciiLetters = 0
  let copied = 0
  for (let index = 0; index < all.length && length < largest; index++) {
    const byte = all[index] ?? 0
    if (byte < 0x80) {
      if (isAsciiLetter(byte)) asciiLetters++
      continue
    }
    const end = Math.min(index + around, all.length)
    for (let from = Math.max(copied, index - around); from < end && length < largest; from++) {
      taken[length++] = all[from] ?? 0
      copied = from + 1
    }
  }
  return count(taken.subarray(0, length), asciiLetters)
}

function count(bytes: Uint8Array, asciiLetters: number): Sample {
  const counts = new Uint32Array(256)
  const pairs = new Map<number, number>()
  let previous = 0x20
  for (const byte of bytes) {
    counts[byte] = (counts[byte] ?? 0) + 1
    if (byte >= 0x80 || previous >= 0x80) {
      const pair = previous * 256 + byte
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
    previous = byte
  }
  const used = Array.from({ length: 128 }, (_, index) => index + 128).filter((byte) => counts[byte] !== 0)
  return { bytes, counts, used, pairs, asciiLetters }
}

function isAsciiLetter(byte: number): boolean {
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x7a
}
