import { randomBytes } from 'node:crypto'
import type { GrantPurpose } from '#shared/control.ts'
import { CrossreadError } from '#shared/errors.ts'
import type { ImportItem } from './import/read.ts'

/** Uploads wait here, in memory, until they are imported; more than this at once is refused. */
const mostUploadBytes = 1024 ** 3

/**
 * The files that a client may name. A client never sends a path: the host grants one for a purpose and the client gets
 * a handle that nobody can guess. A handle for one purpose is refused for another.
 */
export class Grants {
  readonly #paths = new Map<string, { path: string; purpose: GrantPurpose }>()
  readonly #uploads = new Map<string, { name: string; bytes: Uint8Array }>()
  #uploadBytes = 0

  /** Grants `path` under a given handle, or under a new one. */
  grant(path: string, purpose: GrantPurpose, handle = newHandle()): string {
    this.#paths.set(handle, { path, purpose })
    return handle
  }

  /** Keeps uploaded bytes for one import. Throws `invalid_input` when too much waits already. */
  keep(name: string, bytes: Uint8Array): string {
    if (this.#uploadBytes + bytes.length > mostUploadBytes) {
      throw new CrossreadError(
        'invalid_input',
        'More than 1 GB is waiting to be imported. Import that first.',
      )
    }
    const handle = newHandle()
    this.#uploads.set(handle, { name, bytes })
    this.#uploadBytes += bytes.length
    return handle
  }

  /** The path behind a handle. Throws `forbidden` for a handle that is unknown or was given for something else. */
  pathFor(handle: string, purpose: GrantPurpose): string {
    const grant = this.#paths.get(handle)
    if (grant?.purpose !== purpose) throw refused()
    return grant.path
  }

  /** What a handle stands for in an import. Uploaded bytes are given out once. */
  itemFor(handle: string): ImportItem {
    const upload = this.#uploads.get(handle)
    if (upload === undefined) return { kind: 'path', path: this.pathFor(handle, 'import') }
    this.#uploads.delete(handle)
    this.#uploadBytes -= upload.bytes.length
    return { kind: 'bytes', ...upload }
  }
}

function newHandle(): string {
  return randomBytes(18).toString('base64url')
}

function refused(): CrossreadError {
  return new CrossreadError('forbidden', 'This file was not offered for that. Choose it again.')
}
