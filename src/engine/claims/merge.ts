import { CrossreadError } from '#shared/errors.ts'
import { newId } from '#shared/ids.ts'
import type { Link, ObjectRef, RichText } from '#shared/model.ts'
import { appendBlock, richTextToPlainText } from '#shared-editor/text.ts'
import { referToKept } from '../annotations/references.ts'
import type { Handlers } from '../handlers.ts'
import { moveLinks } from '../links/move.ts'
import { now, required, type Session } from '../session.ts'
import { type ClaimRow, deleteClaim, findClaim, updateClaim } from '../store/claims.ts'
import { findLink, insertLink, setLinkEnds } from '../store/links.ts'
import { setTags } from '../tags/tags.ts'
import { addClaim, readClaim } from './claims.ts'

export const mergeHandlers: Handlers<'claims.merge' | 'claims.split'> = {
  'claims.merge': (session, { ids, statement }) => {
    const claims = [...new Set(ids)].map((id) => required(findClaim(session.store.db, id), 'claim'))
    const [kept, ...gone] = claims
    if (kept === undefined || gone.length === 0) {
      throw new CrossreadError('invalid_input', 'Choose two claims or more to be merged.')
    }
    session.change('claims.merge', () => mergeInto(session, kept, gone, statement ?? kept.statement))
    return readClaim(session, kept.id)
  },

  'claims.split': (session, { id, parts }) => {
    const claim = required(findClaim(session.store.db, id), 'claim')
    const links = new Map<string, Link>()
    for (const linkId of parts.flatMap(({ linkIds }) => linkIds))
      links.set(linkId, linkOf(session, id, linkId))
    return session.change('claims.split', () => {
      const moved = new Set<string>()
      const claimIds = parts.map(({ statement, linkIds }) => {
        const partId = addClaim(session, statement)
        setTags(session, { kind: 'claim', id: partId }, claim.tags)
        for (const linkId of new Set(linkIds)) {
          const link = links.get(linkId)
          if (link !== undefined) takeLink(session, link, { from: id, to: partId, copy: moved.has(linkId) })
          moved.add(linkId)
        }
        return partId
      })
      return { claimIds }
    })
  },
}

/** A link of the claim's. Throws `invalid_input` for one of others. */
function linkOf(session: Session, claimId: string, linkId: string): Link {
  const link = required(findLink(session.store.db, linkId), 'link')
  if (link.from.id === claimId || link.to.id === claimId) return link
  throw new CrossreadError('invalid_input', 'Only links of the claim itself can go to its parts.')
}

/** Puts a part in the claim's place at one end of a link, or of a copy of it. */
function takeLink(
  { store: { db } }: Session,
  link: Link,
  { from: claimId, to: partId, copy }: { from: string; to: string; copy: boolean },
): void {
  const end = (ref: ObjectRef): ObjectRef => (ref.id === claimId ? { ...ref, id: partId } : ref)
  const [from, to] = [end(link.from), end(link.to)]
  if (copy) insertLink(db, { ...link, id: newId(), from, to })
  else setLinkEnds(db, link.id, from, to)
}

function mergeInto(session: Session, kept: ClaimRow, gone: readonly ClaimRow[], statement: string): void {
  const { db } = session.store
  const at = now()
  const reasoning = joinReasoning([kept, ...gone])
  const reasoningText = reasoning === null ? '' : richTextToPlainText(reasoning)
  updateClaim(db, kept.id, { statement, status: kept.status, reasoning, reasoningText, at })
  const tags = [...new Set([kept, ...gone].flatMap((claim) => claim.tags))]
  setTags(session, { kind: 'claim', id: kept.id }, tags)
  for (const { id } of gone) moveLinks(session, { kind: 'claim', id }, kept.id, at)
  referToKept(
    session,
    gone.map(({ id }) => id),
    kept.id,
  )
  for (const { id } of gone) deleteClaim(db, id)
}

/** What was reasoned for each, one below the other. */
function joinReasoning(claims: readonly ClaimRow[]): RichText | null {
  const written = claims.map(({ reasoning }) => reasoning).filter((reasoning) => reasoning !== null)
  const [first, ...others] = written
  if (first === undefined) return null
  return others.flatMap(({ root }) => root.children).reduce(appendBlock, first)
}
