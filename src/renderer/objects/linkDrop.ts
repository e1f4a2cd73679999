import { create } from 'zustand'
import type { ObjectRef } from '#shared/model.ts'
import type { Dragged } from './drag.ts'

/** One end of a link that is being made: an object, or a passage that is not annotated yet. */
export type LinkEnd = ObjectRef | { sourceId: string; start: number; end: number }

/** A link that was drawn with the pointer and waits to be told how the one bears on the other. */
export interface OfferedLink {
  from: LinkEnd
  to: LinkEnd
  /** In px of the viewport. */
  x: number
  y: number
}

export const useOfferedLink = create<{ link: OfferedLink | null }>(() => ({ link: null }))

/** What can be dropped on a claim, a note or an annotation to be linked to it. */
export const linkable = ['annotation', 'passage', 'claim', 'source', 'note'] as const

/** Asks, where it was dropped, how what was dragged bears on `to`. A claim dropped on a passage is what the passage bears on. */
export function offerLink(dragged: Dragged, to: LinkEnd, at: { x: number; y: number }): void {
  const from = endOf(dragged)
  if (!from || sameEnd(from, to)) return
  const turned = isStatement(from) && !isStatement(to)
  useOfferedLink.setState({ link: { ...(turned ? { from: to, to: from } : { from, to }), ...at } })
}

function endOf(dragged: Dragged): LinkEnd | null {
  if (dragged.kind === 'passage')
    return { sourceId: dragged.sourceId, start: dragged.start, end: dragged.end }
  return { kind: dragged.kind, id: dragged.id }
}

function isStatement(end: LinkEnd): boolean {
  return 'kind' in end && (end.kind === 'claim' || end.kind === 'note')
}

function sameEnd(a: LinkEnd, b: LinkEnd): boolean {
  if ('kind' in a || 'kind' in b) return 'kind' in a && 'kind' in b && a.id === b.id
  return a.sourceId === b.sourceId && a.start === b.start && a.end === b.end
}
