import { open, stat } from 'node:fs/promises'
import { RandomAccessReader } from 'yauzl'
import { CrossreadError } from '#shared/errors.ts'

/** Bytes that can be read at any place: of a file on the disk, or in memory. */
export interface Bytes {
  size: number
  /** Gives fewer than `length` bytes where they end before. Throws what reading a file throws. */
  read(start: number, length: number): Promise<Buffer>
}

/**
 * The bytes of a file that holds others: it may be larger than what can be read at once. Throws `file_unreadable` for
 * what is no file, and what the system throws where it cannot be looked at.
 */
export async function bytesOf({ at, read }: { at?: string; read(): Promise<Uint8Array> }): Promise<Bytes> {
  if (at === undefined) return bytesInMemory(await read())
  const found = await stat(at)
  // Opening a pipe would wait for somebody to write into it.
  if (!found.isFile()) throw new CrossreadError('file_unreadable', 'This is not a file.')
  return bytesAt(at, found.size)
}

export function bytesInMemory(bytes: Uint8Array): Bytes {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { size: buffer.length, read: async (start, length) => buffer.subarray(start, start + length) }
}

/** Opens the file for each reading, so that an import of many archives holds none of them open. */
export function bytesAt(path: string, size: number): Bytes {
  return {
    size,
    async read(start, length) {
      const file = await open(path, 'r')
      try {
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - start)))
        const { bytesRead } = await file.read(buffer, 0, buffer.length, start)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
  }
}

/** Archives inside archives, unpacked when their files are read: those read last are kept, up to a limit. */
export class KeptArchives {
  readonly #kept = new Map<symbol, { bytes: Promise<Buffer>; size: number }>()
  readonly #mostBytes: number
  #bytes = 0

  constructor(mostBytes = 300_000_000) {
    this.#mostBytes = mostBytes
  }

  /** `size` is what `unpack` will give, in bytes. Rejects as `unpack` does. */
  bytes(size: number, unpack: () => Promise<Uint8Array>): Bytes {
    const key = Symbol('archive')
    const whole = () => this.#kept.get(key)?.bytes ?? this.#keep(key, size, unpack)
    return {
      size,
      read: async (start, length) => (await whole()).subarray(start, start + length),
    }
  }

  #keep(key: symbol, size: number, unpack: () => Promise<Uint8Array>): Promise<Buffer> {
    for (const [oldest, kept] of this.#kept) {
      if (this.#bytes + size <= this.#mostBytes) break
      this.#kept.delete(oldest)
      this.#bytes -= kept.size
    }
    const bytes = unpack().then((unpacked) =>
      Buffer.from(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength),
    )
    this.#kept.set(key, { bytes, size })
    this.#bytes += size
    return bytes
  }
}

/** Entries of a directory are read in two small steps each: read ahead, thousands of them cost one. */
const windowSize = 262_144

/** Lets yauzl read from anything. Nothing is held open, so nothing has to be closed. */
export class BytesReader extends RandomAccessReader {
  readonly #bytes: Bytes
  #window: { start: number; bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) }
  #ahead = windowSize

  constructor(bytes: Bytes) {
    super()
    this.#bytes = bytes
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    const inside = position - this.#window.start
    if (inside >= 0 && inside + length <= this.#window.bytes.length) {
      const bytesRead = this.#window.bytes.copy(buffer, offset, inside, inside + length)
      // Not before yauzl has returned: it would call itself deeper and deeper.
      process.nextTick(callback, null, bytesRead)
      return
    }
    this.#bytes.read(position, Math.max(length, this.#ahead)).then(
      (bytes) => {
        if (this.#ahead > 0) this.#window = { start: position, bytes }
        callback(null, bytes.copy(buffer, offset, 0, length))
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    )
  }

  /** From now on reads what is asked for alone, and lets go of what was read ahead. */
  stopReadingAhead(): void {
    this.#ahead = 0
    this.#window = { start: 0, bytes: Buffer.alloc(0) }
  }
}
