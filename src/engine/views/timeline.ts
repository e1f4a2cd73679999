import { boundsOf } from '#shared/dates/index.ts'
import type { Bearing, SourceMetadata, Timeline, TimelineEntry } from '#shared/model.ts'
import type { Db } from '../store/database.ts'
import { type ClaimLink, readClaimLinks } from '../store/evidence.ts'
import { type DatedSource, readDatedSources } from '../store/timeline.ts'

/** Every source with its dates, and on which claims it bears. */
export function readTimeline(db: Db): Timeline {
  return { entries: readDatedSources(db).map(toEntry), bearings: bearingsOf(readClaimLinks(db, null)) }
}

function toEntry({ id, title, originId, importedAt, metadata: json }: DatedSource): TimelineEntry {
  const metadata = JSON.parse(json) as SourceMetadata
  const { issued, accessed } = metadata
  const event = metadata['event-date']
  return {
    id,
    title,
    publisher: metadata['container-title'] ?? metadata.publisher ?? '',
    originId,
    dates: {
      ...(issued && { published: issued }),
      ...(event && { event }),
      // Words such as “n.d.” have no place on a line; the day of import has.
      captured: accessed && boundsOf(accessed) ? accessed : { 'date-parts': [dayOf(importedAt)] },
    },
  }
}

function dayOf(timestamp: string): number[] {
  return timestamp.slice(0, 10).split('-').map(Number)
}

/** One for each claim and source that links lead between, whether from the source or from passages in it. */
function bearingsOf(links: readonly ClaimLink[]): Bearing[] {
  const byClaim = new Map<string, Map<string, Bearing>>()
  for (const { claimId, sourceId, relationId } of links) {
    if (sourceId === null) continue
    const bySource = byClaim.get(claimId) ?? new Map<string, Bearing>()
    byClaim.set(claimId, bySource)
    const bearing = bySource.get(sourceId) ?? { claimId, sourceId, relationIds: [] }
    bySource.set(sourceId, bearing)
    if (!bearing.relationIds.includes(relationId)) bearing.relationIds.push(relationId)
  }
  return [...byClaim.values()].flatMap((bySource) => [...bySource.values()])
}
