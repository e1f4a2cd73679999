import { randomBytes } from 'node:crypto'
import type { GrantPurpose, PathGrant } from '#shared/control.ts'
import { CrossreadError } from '#shared/errors.ts'
import type { ImportItem } from './import/read.ts'

/** Uploads wait here, in memory, until they are imported; more than this at once is refused. */
const mostUploadBytes = 1024 ** 3
/** An upload that waits longer was left behind by a client that is gone: it makes room when there is none. */
const longestWaitMs = 60_000

/**
 * The files that a client may name. A client never sends a path: the host grants one for a purpose and the client gets
 * a handle that nobody can guess. A handle for one purpose is refused for another.
 */
export class Grants {
  readonly #paths = new Map<string, PathGrant>()
  readonly #uploads = new Map<string, { name: string; bytes: Uint8Array; since: number }>()
  #uploadBytes = 0

  /** Grants a path under a given handle, or under a new one. */
  grant({ path, purpose, mayReplace }: PathGrant, handle = newHandle()): string {
    this.#paths.set(handle, { path, purpose, mayReplace })
    return handle
  }

  /** Keeps uploaded bytes for one import. Throws `invalid_input` when too much waits already. */
  keep(name: string, bytes: Uint8Array): string {
    if (this.#uploadBytes + bytes.length > mostUploadBytes) this.#forgetAbandoned()
    if (this.#uploadBytes + bytes.length > mostUploadBytes) {
      throw new CrossreadError(
        'invalid_input',
        'More than 1 GB is waiting to be imported. Import that first.',
      )
    }
    const handle = newHandle()
    this.#uploads.set(handle, { name, bytes, since: Date.now() })
    this.#uploadBytes += bytes.length
    return handle
  }

  /** The path behind a handle. Throws `forbidden` for a handle that is unknown or was given for something else. */
  pathFor(handle: string, purpose: GrantPurpose): string {
    return this.grantFor(handle, purpose).path
  }

  /** The whole grant behind a handle. Throws as `pathFor` does. */
  grantFor(handle: string, purpose: GrantPurpose): PathGrant {
    const grant = this.#paths.get(handle)
    if (grant?.purpose !== purpose) throw refused()
    return grant
  }

  /** What handles stand for in an import. Throws `forbidden`, and changes nothing, when one of them is refused. */
  itemsFor(handles: readonly string[]): ImportItem[] {
    return handles.map((handle) => {
      const upload = this.#uploads.get(handle)
      if (upload === undefined) return { kind: 'path', path: this.pathFor(handle, 'import') }
      return { kind: 'bytes', name: upload.name, bytes: upload.bytes }
    })
  }

  /** Lets go of uploads that are being imported: each is imported once. */
  release(handles: readonly string[]): void {
    for (const handle of handles) {
      const upload = this.#uploads.get(handle)
      if (upload === undefined) continue
      this.#uploads.delete(handle)
      this.#uploadBytes -= upload.bytes.length
    }
  }

  #forgetAbandoned(): void {
    const latest = Date.now() - longestWaitMs
    this.release([...this.#uploads].filter(([, { since }]) => since < latest).map(([handle]) => handle))
  }
}

function newHandle(): string {
  return randomBytes(18).toString('base64url')
}

function refused(): CrossreadError {
  return new CrossreadError('forbidden', 'This file was not offered for that. Choose it again.')
}
