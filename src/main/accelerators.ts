/** Names that Electron spells otherwise than the DOM's `key`. */
const electronNames: Record<string, string> = {
  Mod: 'CmdOrCtrl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ' ': 'Space',
}

/**
 * A command's keys (`Mod+Shift+F`) as an Electron accelerator; null for keys that belong to the text, such as a
 * single letter or Delete, which a menu must not lay hold of.
 */
export function acceleratorOf(keys: string): string | null {
  const parts = keys.split(/\+(?=.)/)
  const key = parts.at(-1) ?? ''
  const usable = parts.length > 1 || /^F\d{1,2}$/.test(key)
  return usable ? parts.map((part) => electronNames[part] ?? part).join('+') : null
}
