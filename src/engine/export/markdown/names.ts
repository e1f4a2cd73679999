const longest = { characters: 120, bytes: 200 }
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i
/** Not allowed by a file system we know of, or with a meaning in a wikilink. */
const forbidden = /[#|^[\]/\\?*"<>]|%%/g
const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/**
 * A file name, without extension, that every system and Obsidian take: at most 120 characters (and 200 bytes), no
 * separators or link characters, no reserved Windows name, no dot or space at either end.
 */
export function safeName(text: string): string {
  const folded = text
    .normalize('NFC')
    .replace(invisible, ' ')
    .replace(/\s*:\s/g, ' - ')
    .replace(/:/g, ' ')
    .replace(forbidden, ' ')
    .replace(/\s+/g, ' ')
  const name = shortened(trimmed(folded))
  if (name === '') return 'Untitled'
  return reserved.test(name) ? `_${name}` : name
}

/** Hands out names that are unique in one folder, also where upper and lower case are the same. */
export function uniqueNames(): (text: string) => string {
  const taken = new Set<string>()
  return (text) => {
    const base = safeName(text)
    let name = base
    for (let copy = 2; taken.has(foldCase(name)); copy++) name = `${base} (${copy})`
    taken.add(foldCase(name))
    return name
  }
}

function foldCase(name: string): string {
  return name.toUpperCase().toLowerCase()
}

function trimmed(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/g, '')
}

/** Cuts between characters as people see them, never inside an emoji. */
function shortened(name: string): string {
  if (fits(name)) return name
  let result = ''
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    if (!fits(`${result}${segment}…`)) break
    result += segment
  }
  return `${trimmed(result)}…`
}

function fits(name: string): boolean {
  return [...name].length <= longest.characters && Buffer.byteLength(name) <= longest.bytes
}
