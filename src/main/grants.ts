import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { GrantPurpose, PathGrant } from '#shared/control.ts'
import type { GrantedFile } from '#shared/shell.ts'

export type Grant = PathGrant & { handle: string }

/**
 * Paths the person picked, each behind a random handle, so that the window can name a file without ever
 * holding or inventing a path. `announce` resolves when the engine knows of a grant; only then is the handle given out,
 * because what the window then asks of the engine goes another way and could get there first.
 */
export class Grants {
  readonly #byHandle = new Map<string, Grant>()
  readonly #announce: (grant: Grant) => Promise<void>

  constructor(announce: (grant: Grant) => Promise<void>) {
    this.#announce = announce
  }

  /** Grants the use of a path for one purpose and returns what the window may know of it. */
  async issue(path: string, purpose: GrantPurpose, mayReplace = false): Promise<GrantedFile> {
    const grant: Grant = { handle: randomUUID(), path, purpose, mayReplace }
    this.#byHandle.set(grant.handle, grant)
    await this.#announce(grant)
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
