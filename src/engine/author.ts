import { userInfo } from 'node:os'

/** What this computer calls the person at it, for the history and for links; null where it does not say. */
export function localName(): string | null {
  try {
    const { username } = userInfo()
    return username === '' ? null : username
  } catch {
    // A process whose user has no entry, as in some containers.
    return null
  }
}
