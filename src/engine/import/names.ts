import type { CslName } from '#shared/model.ts'

const longestName = 80

/**
 * People or bodies named in one string: between semicolons, `and`, `&`, or commas where every part is a name of two words
 * or more. `Solheim, Marit` is known to be family and given name; every other order is kept as it is written.
 */
export function parseNames(text: string): CslName[] {
  return splitNames(text.replace(/\s+/g, ' ').trim())
    .map((name) =>
      name.replace(/^\[\[(?:[^\]|]*\|)?([^\]]*)\]\]$/, '$1').replace(/^[\s,"“”']+|[\s,"“”']+$/g, ''),
    )
    .filter((name) => /\p{L}/u.test(name) && name.length <= longestName)
    .map(toName)
}

function splitNames(text: string): string[] {
  if (text.includes(';')) return text.split(';')
  if (/^\[\[.*\]\]$/.test(text)) return text.split(/(?<=\]\]),? (?:and )?(?=\[\[)/)
  const parts = text.split(/,? (?:and|&|und|et|y|e|og|och|en) |, /u)
  if (parts.length > 1 && parts.every((part) => /^\S+ \S/.test(part.trim()))) return parts
  return text.split(/ (?:and|&) /)
}

/** The name of one person or body. */
export function toName(name: string): CslName {
  const [, family, given] = /^([^,]+), ([^,]+)$/.exec(name) ?? []
  const isSuffix = /^(?:jr|sr|phd|ph\.d|md|m\.d|inc|ltd|llc|esq|dr|ii|iii)\b/i.test(given ?? '')
  return family === undefined || given === undefined || isSuffix ? { literal: name } : { family, given }
}
