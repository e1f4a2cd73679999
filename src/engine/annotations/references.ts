import { quoteType, referenceType } from '#shared-editor/text.ts'
import type { Session } from '../session.ts'
import { documentsThatName, storeReferences } from '../store/references.ts'

/** What the types of quotes and mentions begin with. */
const ownNodes = 'crossread-'

/**
 * Lets every quote and every mention of annotations that go lead to the one that is kept, in notes, reasoning,
 * comments and rationales, inside a recorded transaction. The quoted words stay as they were written.
 */
export function referToKept({ store }: Session, gone: readonly string[], kept: string): void {
  const ids = new Set(gone)
  for (const stored of documentsThatName(store.db, gone, ownNodes)) {
    const json = JSON.stringify(JSON.parse(stored.json), (_key, value) => redirected(value, ids, kept))
    if (json !== stored.json) storeReferences(store.db, { ...stored, json })
  }
}

function redirected(value: unknown, gone: ReadonlySet<string>, kept: string): unknown {
  if (typeof value !== 'object' || value === null || !('type' in value)) return value
  if (value.type === quoteType && 'annotationId' in value && gone.has(String(value.annotationId)))
    return { ...value, annotationId: kept }
  if (value.type === referenceType && 'id' in value && gone.has(String(value.id)))
    return { ...value, id: kept }
  return value
}
