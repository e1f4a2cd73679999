import type { Confidence, Link, ObjectRef } from '#shared/model.ts'
import { appendBlock, plainToRichText } from '#shared-editor/text.ts'
import type { Session } from '../session.ts'
import {
  deleteLink,
  findSameLink,
  type LinkFields,
  listLinks,
  setLinkEnds,
  updateLink,
} from '../store/links.ts'

/**
 * Gives an object's links to the one that is kept, inside a recorded transaction. Two that then say the same become one
 * with both rationales; one between the two goes.
 */
export function moveLinks({ store: { db } }: Session, gone: ObjectRef, keptId: string, at: string): void {
  for (const link of listLinks(db, gone)) {
    const from = link.from.id === gone.id ? { ...link.from, id: keptId } : link.from
    const to = link.to.id === gone.id ? { ...link.to, id: keptId } : link.to
    const same = from.id === to.id ? null : findSameLink(db, from, link.relationId, to)
    if (same !== null) updateLink(db, same.id, { ...joinedLinks(same, link), at })
    if (from.id === to.id || same !== null) deleteLink(db, link.id)
    else setLinkEnds(db, link.id, from, to)
  }
}

const sureness: readonly (Confidence | null)[] = [null, 'low', 'medium', 'high']

/** What two links say together: both rationales, and the greater confidence. */
export function joinedLinks(a: Link, b: Link): LinkFields {
  const surer = sureness.indexOf(a.confidence) >= sureness.indexOf(b.confidence) ? a : b
  return { ...joinedRationales(a, b), relationId: a.relationId, confidence: surer.confidence }
}

function joinedRationales(a: Link, b: Link): Pick<Link, 'rationale' | 'rationaleContent'> {
  if (b.rationale === '' || a.rationale === b.rationale) return a
  if (a.rationale === '') return b
  const rationale = `${a.rationale}\n${b.rationale}`
  if (a.rationaleContent === null && b.rationaleContent === null) return { rationale, rationaleContent: null }
  const first = a.rationaleContent ?? plainToRichText(a.rationale)
  const second = b.rationaleContent ?? plainToRichText(b.rationale)
  return { rationale, rationaleContent: second.root.children.reduce(appendBlock, first) }
}
