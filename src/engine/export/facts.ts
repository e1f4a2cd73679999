import { dateToEdtf } from '#shared/dates/index.ts'
import type { CslName, SourceMetadata } from '#shared/model.ts'

/** An author's name as it is written: given name first, or as it stands. */
export function personName(name: CslName): string {
  return name.literal ?? [name.given, name.family].filter(Boolean).join(' ')
}

/** Metadata as CSL-JSON's schema wants it: a date that is words alone has no parts. */
export function cslMetadata(metadata: SourceMetadata): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(metadata).map(([field, value]) => {
      const isDate = typeof value === 'object' && !Array.isArray(value)
      return [field, isDate && value['date-parts'].length === 0 ? { literal: value.literal } : value]
    }),
  )
}

/** Where a source was published, by the most telling of its fields. */
export function publisherOf(metadata: SourceMetadata): string | undefined {
  return metadata['container-title'] ?? metadata.publisher
}

/** Publisher and date in a few words, to stand behind a title; empty where neither is known. */
export function credit(metadata: SourceMetadata): string {
  return [publisherOf(metadata), dateToEdtf(metadata.issued)].filter(Boolean).join(', ')
}
