import type { GraphNode, TimelineEntry } from '#shared/model.ts'
import { summarise } from '../claims/claims.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { listClaims } from '../store/claims.ts'
import { listNotes } from '../store/notes.ts'
import { listSources } from '../store/sources.ts'
import { readGraphEdges, readMatrixCells } from '../store/views.ts'

const everySource = Number.MAX_SAFE_INTEGER

export const viewHandlers: Handlers<Exclude<CallsOf<'views'>, 'views.inbox'>> = {
  'views.matrix': (session) => {
    const { db } = session.store
    const cells = readMatrixCells(db)
    const shown = new Set(cells.map((cell) => cell.sourceId))
    const sources = listSources(db, everySource).filter((source) => shown.has(source.id))
    return { claims: summarise(session, listClaims(db)), sources, cells }
  },

  'views.graph': ({ store: { db } }) => {
    const edges = readGraphEdges(db)
    const linked = new Set(edges.flatMap((edge) => [edge.from.id, edge.to.id]))
    const nodes: GraphNode[] = [
      ...listClaims(db).map((claim) => ({
        kind: 'claim' as const,
        id: claim.id,
        label: `C${claim.number} ${claim.statement}`,
      })),
      ...listSources(db, everySource)
        .filter((source) => linked.has(source.id))
        .map((source) => ({ kind: 'source' as const, id: source.id, label: source.title })),
      ...listNotes(db)
        .filter((note) => linked.has(note.id))
        .map((note) => ({ kind: 'note' as const, id: note.id, label: note.title })),
    ]
    return { nodes, edges }
  },

  'views.timeline': ({ store: { db } }) =>
    listSources(db, everySource).flatMap(({ id, title, metadata, importedAt }) => {
      const source = { id, title }
      const lanes: [TimelineEntry['lane'], number[] | undefined][] = [
        ['published', metadata.issued?.['date-parts'][0]],
        ['event', metadata['event-date']?.['date-parts'][0]],
        ['captured', metadata.accessed?.['date-parts'][0] ?? dayOf(importedAt)],
      ]
      return lanes.flatMap(([lane, date]) => (date === undefined ? [] : [{ lane, date, source }]))
    }),
}

function dayOf(timestamp: string): number[] {
  return timestamp.slice(0, 10).split('-').map(Number)
}
