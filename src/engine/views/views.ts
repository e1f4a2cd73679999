import { summarise } from '../claims/claims.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { listClaims } from '../store/claims.ts'
import { readClaimLinks } from '../store/evidence.ts'
import { listGraphPlaces, putGraphPlaces } from '../store/graph-places.ts'
import { listLinksById } from '../store/links.ts'
import { listSources } from '../store/sources.ts'
import { readGraphEdges, readGraphNodes } from '../store/views.ts'
import { matrixCells } from './matrix.ts'
import { readTimeline } from './timeline.ts'

const everySource = Number.MAX_SAFE_INTEGER

export const viewHandlers: Handlers<Exclude<CallsOf<'views'>, 'views.inbox'>> = {
  'views.matrix': (session) => {
    const { db } = session.store
    const links = readClaimLinks(db, null)
    const cells = matrixCells(links)
    const shown = new Set(cells.map((cell) => cell.sourceId))
    const sources = listSources(db, everySource).filter((source) => shown.has(source.id))
    return { claims: summarise(session, listClaims(db), links), sources, cells }
  },

  'views.graph': ({ store: { db } }) => {
    const edges = readGraphEdges(db)
    const linked = new Set(edges.flatMap((edge) => [edge.from.id, edge.to.id]))
    const nodes = readGraphNodes(db).filter(({ kind, id }) => kind === 'claim' || linked.has(id))
    return { nodes, edges }
  },

  'views.graphLinks': ({ store: { db } }, { ids }) => listLinksById(db, ids),

  'views.graphPlaces': ({ store: { db } }, { layout }) => listGraphPlaces(db, layout),

  'views.placeGraph': ({ store: { db, readOnly } }, { layout, places, replace }) => {
    if (!readOnly) putGraphPlaces(db, layout, places, replace)
    return { kept: !readOnly }
  },

  'views.timeline': ({ store: { db } }) => readTimeline(db),
}
