import { newId } from '#shared/ids.ts'
import type { Claim, ClaimStatus, ClaimSummary, Evidence, ObjectRef } from '#shared/model.ts'
import { richTextToPlainText } from '#shared-editor/text.ts'
import type { CallsOf, Handlers } from '../handlers.ts'
import { addLink, annotateOnce } from '../links/links.ts'
import { now, required, type Session } from '../session.ts'
import { annotationsOf } from '../store/annotations.ts'
import {
  type ClaimRow,
  deleteClaim,
  findClaim,
  insertClaim,
  listClaims,
  takeClaimNumber,
  updateClaim,
} from '../store/claims.ts'
import { type ClaimLink, readClaimLinks, readStances } from '../store/evidence.ts'
import { listLinks } from '../store/links.ts'
import { voicesOf } from '../store/source-names.ts'
import { suggestStatus } from './suggest-status.ts'
import { weigh } from './weigh.ts'

export const claimHandlers: Handlers<Exclude<CallsOf<'claims'>, 'claims.merge' | 'claims.split'>> = {
  'claims.list': (session) => summarise(session, listClaims(session.store.db)),

  'claims.get': (session, { id }) => readClaim(session, id),

  'claims.create': (session, { statement, status }) => {
    const id = session.change('claims.create', () => addClaim(session, statement, status))
    return readClaim(session, id)
  },

  'claims.createFromPassage': (session, { statement, relation, ...passage }) =>
    session.change('claims.createFromPassage', () => {
      const claimId = addClaim(session, statement)
      const annotationId = annotateOnce(session, passage)
      const linkId = addLink(session, {
        from: { kind: 'annotation', id: annotationId },
        to: { kind: 'claim', id: claimId },
        relation: relation ?? 'supports',
      })
      return { claimId, annotationId, linkId }
    }),

  'claims.update': (session, { id, statement, status, reasoning }) => {
    const { db } = session.store
    const claim = required(findClaim(db, id), 'claim')
    const next = reasoning === undefined ? claim.reasoning : reasoning
    const isTyping = reasoning !== undefined && statement === undefined && status === undefined
    const fields = {
      statement: statement ?? claim.statement,
      status: status ?? claim.status,
      reasoning: next,
      reasoningText: next === null ? '' : richTextToPlainText(next),
      at: now(),
    }
    session.change('claims.update', () => updateClaim(db, id, fields), isTyping ? `reasoning ${id}` : null)
    return readClaim(session, id)
  },

  'claims.delete': (session, { id }) => {
    required(findClaim(session.store.db, id), 'claim')
    session.change('claims.delete', () => deleteClaim(session.store.db, id))
    return { ok: true }
  },
}

/** Claims with their counts and the status that the evidence speaks for; `links` are all that lead to them, where they are read already. */
export function summarise(
  { store: { db } }: Session,
  rows: readonly ClaimRow[],
  links?: readonly ClaimLink[],
): ClaimSummary[] {
  const only = rows.length === 1 ? (rows[0]?.id ?? null) : null
  const weights = weigh(links ?? readClaimLinks(db, only), readStances(db))
  return rows.map(({ reasoning: _, reasoningText: __, ...claim }) => {
    const { counts, ...stance } = weights.get(claim.id) ?? { counts: [], supporting: 0, contradicting: 0 }
    return { ...claim, counts, suggestion: suggestStatus(stance) }
  })
}

export function addClaim(
  { store: { db } }: Session,
  statement: string,
  status: ClaimStatus = 'open',
): string {
  const id = newId()
  insertClaim(db, { id, number: takeClaimNumber(db), statement, status, at: now() })
  return id
}

export function readClaim(session: Session, id: string): Claim {
  const row = required(findClaim(session.store.db, id), 'claim')
  const summary = required(summarise(session, [row])[0] ?? null, 'claim')
  return {
    ...summary,
    reasoning: row.reasoning,
    reasoningText: row.reasoningText,
    evidence: readEvidence(session, id),
  }
}

function readEvidence({ store: { db } }: Session, claimId: string): Evidence[] {
  const links = listLinks(db, { kind: 'claim', id: claimId })
  const others = links.map((link) => (link.to.id === claimId ? link.from : link.to))
  const idsOf = (kind: ObjectRef['kind']) => others.filter((other) => other.kind === kind).map(({ id }) => id)
  const annotations = annotationsOf(db, idsOf('annotation'))
  const sourceIds = [...annotations.values()].map(({ sourceId }) => sourceId)
  const sources = voicesOf(db, [...sourceIds, ...idsOf('source')])
  return links.map(({ relation: _, fromLabel, toLabel, ...link }) => {
    const incoming = link.to.id === claimId
    const other = incoming ? link.from : link.to
    const annotation = annotations.get(other.id) ?? null
    return {
      link,
      other,
      otherLabel: incoming ? fromLabel : toLabel,
      incoming,
      annotation,
      source: sources.get(annotation?.sourceId ?? other.id) ?? null,
    }
  })
}
