import { findDanglingCitations } from './citations.ts'
import { findMixedScript } from './mixed-script.ts'
import { findMojibake } from './mojibake.ts'
import { findUnattributedQuotation } from './quotation.ts'
import { findTail } from './tail.ts'
import { findTruncatedEnd } from './truncated.ts'
import type { FlagDocument, FoundFlag } from './types.ts'

export type { FlagBlock, FlagDocument, FoundFlag } from './types.ts'

/** What a careful reader would distrust in a text, in the order of the text. Pure; nothing is found in most texts. */
export function detectFlags(document: FlagDocument): FoundFlag[] {
  const tail = findTail(document)
  const tailStart = tail[0]?.start ?? null
  return [
    ...findMojibake(document),
    ...findMixedScript(document),
    ...findDanglingCitations(document),
    ...findUnattributedQuotation(document),
    ...findTruncatedEnd(document, tailStart),
    ...tail,
  ].sort((a, b) => a.start - b.start || a.end - b.end)
}
