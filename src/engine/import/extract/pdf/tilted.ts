import type { ImportNote } from '#shared/model.ts'
import type { Draft, PageText } from './model.ts'

/** Text at an angle to the rest (stamps in the margin, watermarks, names of axes) is no part of what is read: it is left
 * out, and a note says what it was. A page that has nothing else keeps it. */
export function tiltedDrafts(pages: readonly PageText[]): { drafts: Draft[]; notes: ImportNote[] } {
  const texts = new Set(pages.flatMap(({ tilted }) => tilted))
  if (texts.size === 0) return { drafts: [], notes: [] }
  const detail = [...texts].join(' · ')
  const count = pages.reduce((sum, { tilted }) => sum + tilted.length, 0)
  return {
    drafts: [],
    notes: [{ what: 'pdf-tilted', count, detail: detail.length > 300 ? `${detail.slice(0, 300)}…` : detail }],
  }
}
