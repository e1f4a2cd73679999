import type { CslDate, CslName, SourceMetadata } from '#shared/model.ts'

/** An author's name as it is written: given name first, or as it stands. */
export function personName(name: CslName): string {
  return name.literal ?? [name.given, name.family].filter(Boolean).join(' ')
}

/** A CSL date as `2025`, `2025-05` or `2025-05-23`, as far as it is known; a range as its first day. */
export function isoDate(date: CslDate | undefined): string | undefined {
  const [year, month, day] = date?.['date-parts'][0] ?? []
  if (year === undefined) return undefined
  const parts = [month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0'))
  return [String(year).padStart(4, '0'), ...parts].join('-')
}

/** Where a source was published, by the most telling of its fields. */
export function publisherOf(metadata: SourceMetadata): string | undefined {
  return metadata['container-title'] ?? metadata.publisher
}

/** Publisher and date in a few words, to stand behind a title; empty where neither is known. */
export function credit(metadata: SourceMetadata): string {
  return [publisherOf(metadata), isoDate(metadata.issued)].filter(Boolean).join(', ')
}
