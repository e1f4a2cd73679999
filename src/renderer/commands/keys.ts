/** One key combination of the command table, taken apart. */
export interface Key {
  mod: boolean
  shift: boolean
  alt: boolean
  /** As `KeyboardEvent.key` gives it; letters in lower case. */
  key: string
}

/** The parts of a keyboard event that keys are compared with. */
export interface Pressed {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** Reads `Mod+Shift+F` and the like. The last part is the key itself, which may be `+`. */
export function parseKey(written: string): Key {
  const parts = written.split(/\+(?=.)/)
  const key = parts.at(-1) ?? ''
  return {
    mod: parts.slice(0, -1).includes('Mod'),
    shift: parts.slice(0, -1).includes('Shift'),
    alt: parts.slice(0, -1).includes('Alt'),
    key: key.length === 1 ? key.toLowerCase() : key,
  }
}

/** Whether the key makes a character or edits one, so that inside a text field it belongs to the text. */
export function isTyping(key: Key): boolean {
  return !key.mod && !key.alt && (key.key.length === 1 || key.key === 'Delete')
}

/** Whether `pressed` is this key; `mac` says which of Ctrl and Cmd is Mod. */
export function matches(key: Key, pressed: Pressed, mac: boolean): boolean {
  const mod = mac ? pressed.metaKey : pressed.ctrlKey
  const other = mac ? pressed.ctrlKey : pressed.metaKey
  if (mod !== key.mod || other || pressed.altKey !== key.alt) return false
  // Where a sign stands on a keyboard decides whether it needs Shift: `?` and `=` are themselves either way.
  if (/^[a-z]$|^.{2,}$/.test(key.key) && pressed.shiftKey !== key.shift) return false
  return sameKey(key.key, pressed)
}

function sameKey(wanted: string, pressed: Pressed): boolean {
  if (pressed.key.toLowerCase() === wanted.toLowerCase()) return true
  if (wanted === '=') return pressed.key === '+'
  // Digits by place, for keyboards that need Shift for them; letters by place on keyboards of other scripts, and
  // with Alt, which makes another character on macOS.
  if (/^[0-9]$/.test(wanted)) return pressed.code === `Digit${wanted}`
  const foreign = pressed.altKey || /^(?!\p{Script=Latin})\p{L}/u.test(pressed.key)
  return foreign && pressed.code === `Key${wanted.toUpperCase()}`
}

const macSigns: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
const names: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
}

/** The key as people write it on their system: `Ctrl+Shift+F`, or `⇧⌘F` on macOS. */
export function showKey(written: string, mac: boolean): string {
  const { mod, shift, alt, key } = parseKey(written)
  const name = names[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  if (mac) {
    return [alt && macSigns.Alt, shift && macSigns.Shift, mod && macSigns.Mod, name].filter(Boolean).join('')
  }
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+')
}
