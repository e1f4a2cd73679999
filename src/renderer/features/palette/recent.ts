const storageKey = 'crossread:recent-commands'
const most = 12

/** The ids of the commands run last from the palette, the latest first. */
export function recentCommands(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []
  } catch {
    // What somebody else wrote there is no reason to have no palette.
    return []
  }
}

/** Remembers that a command was run. */
export function rememberCommand(id: string): void {
  const ids = [id, ...recentCommands().filter((other) => other !== id)].slice(0, most)
  localStorage.setItem(storageKey, JSON.stringify(ids))
}
