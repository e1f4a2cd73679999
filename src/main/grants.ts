import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { GrantPurpose } from '#shared/control.ts'
import type { GrantedFile } from '#shared/shell.ts'

export interface Grant {
  handle: string
  path: string
  purpose: GrantPurpose
}

/**
 * Paths the person picked, each behind a random handle, so that the window can name a file without ever
 * holding or inventing a path. `announce` tells the engine of each grant before the handle is returned.
 */
export class Grants {
  readonly #byHandle = new Map<string, Grant>()
  readonly #announce: (grant: Grant) => void

  constructor(announce: (grant: Grant) => void) {
    this.#announce = announce
  }

  /** Grants the use of `path` for one purpose and returns what the window may know of it. */
  issue(path: string, purpose: GrantPurpose): GrantedFile {
    const grant: Grant = { handle: randomUUID(), path, purpose }
    this.#byHandle.set(grant.handle, grant)
    this.#announce(grant)
    return { handle: grant.handle, name: basename(path) }
  }

  /** The path behind a handle; null when it was never issued or was issued for something else. */
  pathOf(handle: string, purpose: GrantPurpose): string | null {
    const grant = this.#byHandle.get(handle)
    return grant?.purpose === purpose ? grant.path : null
  }

  /** Every grant so far, for an engine that was started anew and knows none of them. */
  all(): Grant[] {
    return [...this.#byHandle.values()]
  }
}
