import type { ImportNote } from '#shared/model.ts'
import { rowsOf, toRegions } from './columns.ts'
import { joinAcrossColumns } from './flow.ts'
import { markFootnotes } from './footnotes.ts'
import { type PageLines, withoutFurniture } from './furniture.ts'
import { markHeadings, type OutlineEntry } from './headings.ts'
import { joinLines, toSegments, withoutOverprints } from './lines.ts'
import { markLists } from './lists.ts'
import { type Draft, type Line, linesOf, type PageText, type Run } from './model.ts'
import { bodySize, toDrafts } from './paragraphs.ts'
import { withoutSideNotes } from './sidenotes.ts'
import { taggedDrafts, untaggedRuns } from './tagged.ts'
import { lineText } from './text.ts'
import { tiltedDrafts } from './tilted.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

export interface Structure {
  drafts: Draft[]
  vocabulary: Vocabulary
  /** What a browser printed at the edges of its pages. */
  printed: string[]
  notes: ImportNote[]
}

/** From pages of runs to blocks in reading order. */
export function structure(pages: readonly PageText[], outline: readonly OutlineEntry[]): Structure {
  const clean = pages.map((page) => ({ page, ...withoutOverprints(page.runs) }))
  const segmented = clean.map(
    ({ page, runs }): PageLines => ({
      number: page.number,
      width: page.width,
      height: page.height,
      lines: toSegments(runs, page.number),
    }),
  )
  const furniture = withoutFurniture(segmented)
  const body = bodySize(furniture.pages.flatMap(({ lines }) => lines))
  const tagged = fromTags(pages, furniture.pages)
  const drafts = tagged ?? furniture.pages.flatMap(({ lines }) => pageDrafts(lines))
  markFootnotes(drafts, body)
  const joined = withoutRepeatedHeads(joinAcrossColumns(drafts))
  if (tagged === undefined) markLists(joined)
  if (tagged === undefined || !joined.some(({ kind }) => kind === 'heading'))
    markHeadings(joined, body, outline)
  const tilted = tiltedDrafts(pages)
  const notes = countedNotes({
    'pdf-headers': furniture.headers,
    'pdf-page-numbers': furniture.pageNumbers,
    'pdf-overprints': clean.reduce((sum, { dropped }) => sum + dropped, 0),
  })
  if (tagged !== undefined) notes.push({ what: 'pdf-tagged' })
  return {
    drafts: [...joined, ...tilted.drafts],
    vocabulary: vocabularyOf(joined.flatMap(linesOf)),
    printed: furniture.printed,
    notes: [...notes, ...tilted.notes],
  }
}

/** A table that goes on overleaf prints its first row again. */
function withoutRepeatedHeads(drafts: readonly Draft[]): Draft[] {
  let head: Draft | undefined
  return drafts.filter((draft, index) => {
    const before = drafts[index - 1]
    if (draft.kind !== 'table-row') {
      if (draft.kind !== 'caption' && draft.kind !== 'footnote') head = undefined
      return true
    }
    if (
      head !== undefined &&
      before !== undefined &&
      draft.page > before.page &&
      rowText(draft) === rowText(head)
    )
      return false
    head ??= draft
    return true
  })
}

function rowText(row: Draft): string {
  return row.cells.map((cell) => cell.map(lineText).join(' ')).join('|')
}

function countedNotes(counts: Record<string, number>): ImportNote[] {
  return Object.entries(counts).flatMap(([what, count]) => (count === 0 ? [] : [{ what, count }]))
}

function pageDrafts(lines: readonly Line[]): Draft[] {
  const { text, notes } = withoutSideNotes(lines)
  return [...toRegions(text), ...notes].flatMap((region) => toDrafts(region))
}

/** The blocks of a tagged document. What its tags do not hold and is no furniture follows on its page. */
function fromTags(pages: readonly PageText[], kept: readonly PageLines[]): Draft[] | undefined {
  const left = pages.map((page, index) => {
    const runs = new Set(kept[index]?.lines.flatMap((line) => line.runs.map(keyOf)))
    return {
      number: page.number,
      tags: page.tags,
      runs: withoutOverprints(page.runs).runs.filter((run) => runs.has(keyOf(run))),
    }
  })
  const tagged = taggedDrafts(left)
  if (tagged === undefined) return undefined
  return left.flatMap((page, index) => {
    const rest = rowsOf(toSegments(untaggedRuns(page), page.number)).map((row) => joinLines(row))
    return [...(tagged[index] ?? []), ...toDrafts(rest)]
  })
}

/** Runs are copied when they are raised beside others; their place stays. */
function keyOf(run: Run): string {
  return `${run.x0} ${run.y} ${run.text}`
}
