/** Where a field `HYPERLINK "address" \l "place"` leads; null for every other field. */
export function linkOfField(instruction: string): string | null {
  const [, rest] = /^\s*HYPERLINK\s(.*)$/is.exec(instruction) ?? []
  if (rest === undefined) return null
  const anchor = /\\l\s+(?:"([^"]*)"|(\S+))/i.exec(rest)
  const address = /^\s*(?:"([^"]*)"|([^\s\\"]\S*))/.exec(rest)
  const place = anchor?.[1] ?? anchor?.[2]
  const target = address?.[1] ?? address?.[2] ?? ''
  return target === '' && place !== undefined ? `#${place}` : withAnchor(target, place)
}

/** An address with the place in it that a link leads to. */
export function withAnchor(target: string, anchor: string | undefined): string {
  return anchor === undefined || anchor === '' || target.includes('#') ? target : `${target}#${anchor}`
}
