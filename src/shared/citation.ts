import type { CslName, SourceMetadata } from './model.ts'

/** How a source is cited within a sentence: `Lee & Park 2025`, by publisher or title where nobody is named. */
export function citationLabel(title: string, metadata: SourceMetadata): string {
  const names = (metadata.author ?? metadata.editor ?? []).map(shortName).filter((name) => name !== '')
  const who =
    names.length > 0 ? together(names) : (metadata['container-title'] ?? metadata.publisher ?? title)
  const year = metadata.issued?.['date-parts'][0]?.[0]
  return year === undefined ? who : `${who} ${year}`
}

function together(names: readonly string[]): string {
  const [first = '', second] = names
  if (second === undefined) return first
  return names.length === 2 ? `${first} & ${second}` : `${first} et al.`
}

function shortName({ family, given, literal }: CslName): string {
  return (family ?? literal ?? given ?? '').trim()
}
