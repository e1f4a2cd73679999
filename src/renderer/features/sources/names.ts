import type { CslName } from '#shared/model.ts'

/** Reads one name a line: `Family, Given`, or a name without comma (an agency, a pen name) as it stands. */
export function parseNames(text: string): CslName[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter(Boolean).map((line) => {
    const comma = line.indexOf(',')
    if (comma < 1) return { literal: line }
    const given = line.slice(comma + 1).trim()
    return given ? { family: line.slice(0, comma).trim(), given } : { family: line.slice(0, comma).trim() }
  })
}

/** Writes names as `parseNames` reads them. */
export function formatNames(names: readonly CslName[] | undefined): string {
  return (names ?? []).map(formatName).filter(Boolean).join('\n')
}

function formatName({ family, given, literal }: CslName): string {
  if (literal) return literal
  if (family) return given ? `${family}, ${given}` : `${family},`
  return given ?? ''
}
