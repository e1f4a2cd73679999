import type { CslName } from '#shared/model.ts'

/**
 * Reads names parted by line ends or semicolons, as they stand in a bibliography: `Family, Given`, or a name without
 * comma (an agency, a pen name) as it is.
 */
export function parseNames(text: string): CslName[] {
  const lines = text.split(/[\n;]/).map((line) => line.trim())
  return lines.filter(Boolean).map((line) => {
    const comma = line.indexOf(',')
    if (comma < 1) return { literal: line }
    const given = line.slice(comma + 1).trim()
    return given ? { family: line.slice(0, comma).trim(), given } : { family: line.slice(0, comma).trim() }
  })
}

/** Whether pasted text is a list of names rather than part of one. */
export function isNameList(text: string): boolean {
  return /[\n;]/.test(text.trim())
}

/** A name while it is edited: a person's has two parts, an organisation's one. */
export interface NameDraft {
  whole: boolean
  family: string
  given: string
  literal: string
}

export const emptyName: NameDraft = { whole: false, family: '', given: '', literal: '' }

export function draftOf({ family = '', given = '', literal }: CslName): NameDraft {
  return { whole: literal !== undefined, family, given, literal: literal ?? '' }
}

/** The names that drafts stand for; those that are empty are nobody's. */
export function namesOf(drafts: readonly NameDraft[]): CslName[] {
  return drafts.flatMap(({ whole, family, given, literal }): CslName[] => {
    if (whole) return literal.trim() ? [{ literal: literal.trim() }] : []
    const name = {
      ...(family.trim() && { family: family.trim() }),
      ...(given.trim() && { given: given.trim() }),
    }
    return Object.keys(name).length > 0 ? [name] : []
  })
}

/** The same name as a person's, or as an organisation's; nothing that was written is lost. */
export function turned(draft: NameDraft): NameDraft {
  if (!draft.whole) {
    return { ...emptyName, whole: true, literal: [draft.given, draft.family].filter(Boolean).join(' ') }
  }
  const words = draft.literal.trim().split(/\s+/)
  const family = words.pop() ?? ''
  return { ...emptyName, family, given: words.join(' ') }
}
