/** A claim to be made of a part of another: what it states, and the links that go with it. */
export interface Part {
  key: number
  statement: string
  linkIds: readonly string[]
}

/** One part more, named by a key that none had. */
export function withPart(parts: readonly Part[]): Part[] {
  const key = Math.max(0, ...parts.map((part) => part.key)) + 1
  return [...parts, { key, statement: '', linkIds: [] }]
}

/** The same parts, where a link goes with the one of that key if it did not, and otherwise does no more. */
export function withLink(parts: readonly Part[], key: number, linkId: string): Part[] {
  return parts.map((part) => {
    if (part.key !== key) return part
    const rest = part.linkIds.filter((id) => id !== linkId)
    return { ...part, linkIds: rest.length < part.linkIds.length ? rest : [...rest, linkId] }
  })
}

/** How many parts a link goes with: none means that it stays, several that it is copied. */
export function partsOf(parts: readonly Part[], linkId: string): number {
  return parts.filter((part) => part.linkIds.includes(linkId)).length
}

/** What can be split off now: parts that state something. */
export function statedParts(parts: readonly Part[]): { statement: string; linkIds: string[] }[] {
  return parts.flatMap(({ statement, linkIds }) =>
    statement.trim() === '' ? [] : [{ statement: statement.trim(), linkIds: [...linkIds] }],
  )
}
