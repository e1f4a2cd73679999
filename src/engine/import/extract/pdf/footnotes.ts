import { noteMarkOf } from './markers.ts'
import { type Draft, linesOf } from './model.ts'
import { lineText } from './text.ts'

const literature =
  /^(?:\W*\d*\W*)(?:references|bibliography|literature|works cited|sources|literatur|literaturverzeichnis|bibliographie|referencias|endnotes|notes)\b/i
/** Type smaller than this share of the body's is a note's. */
const smallType = 0.94

/**
 * Makes footnotes of what stands last in a column and begins with a mark: of small type, when the mark is raised, a sign
 * such as an asterisk, or raised somewhere in the page's text; of any size, when the mark is raised in both places. What
 * follows without a mark belongs to the note before it.
 */
export function markFootnotes(drafts: readonly Draft[], body: number): void {
  for (const page of groupBy(drafts, (draft) => String(draft.page)).values()) {
    const referred = raisedMarks(page)
    for (const column of groupBy(page, ({ frame }) => `${frame.left} ${frame.right}`).values()) {
      const notes = trailingNotes(column, body, referred)
      const first = notes[0]
      if (first === undefined || !hasTextAbove(page, first, body)) continue
      const before = column[column.indexOf(first) - 1]
      if (before !== undefined && literature.test(linesOf(before).map(lineText).join(' '))) continue
      for (const note of notes) note.kind = 'footnote'
    }
  }
}

function groupBy(drafts: readonly Draft[], keyOf: (draft: Draft) => string): Map<string, Draft[]> {
  const groups = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const key = keyOf(draft)
    groups.set(key, [...(groups.get(key) ?? []), draft])
  }
  return groups
}

/** Raised marks that do not begin a line: those that lead to a note. */
function raisedMarks(page: readonly Draft[]): Set<string> {
  const marks = new Set<string>()
  for (const line of page.flatMap(linesOf)) {
    for (const run of line.runs.slice(1)) if (run.shift === 'super') marks.add(run.text)
  }
  return marks
}

/** The drafts from the first one with a mark on, where only notes follow. */
function trailingNotes(column: readonly Draft[], body: number, referred: ReadonlySet<string>): Draft[] {
  const isNote = (draft: Draft | undefined) =>
    draft !== undefined && (isSmall(draft, body) || hasRaisedMark(draft, referred))
  let from = column.length
  while (from > 0 && isNote(column[from - 1])) from -= 1
  const last = column.slice(from)
  const first = last.findIndex((draft) => isMarked(draft, referred))
  return first === -1
    ? []
    : last.slice(first).filter(({ kind }) => kind !== 'table-row' && kind !== 'caption')
}

function isSmall(draft: Draft, body: number): boolean {
  return linesOf(draft).every((line) => line.size < body * smallType)
}

function hasRaisedMark(draft: Draft, referred: ReadonlySet<string>): boolean {
  const found = draft.kind === 'paragraph' ? markOf(draft) : undefined
  return found?.raised === true && referred.has(found.mark)
}

function isMarked(draft: Draft, referred: ReadonlySet<string>): boolean {
  const found = markOf(draft)
  return found !== undefined && (found.raised || /^[*†‡§¶∗]+$/u.test(found.mark) || referred.has(found.mark))
}

/** The mark of a note, and whether it is raised. */
export function markOf(draft: Draft): { mark: string; raised: boolean } | undefined {
  const line = linesOf(draft)[0]
  const first = line?.runs[0]
  if (line === undefined || first === undefined) return undefined
  if (first.shift === 'super' && first.text.length <= 4) return { mark: first.text, raised: true }
  const mark = noteMarkOf(lineText(line))
  return mark === '' ? undefined : { mark, raised: false }
}

function hasTextAbove(page: readonly Draft[], note: Draft, body: number): boolean {
  const y = linesOf(note)[0]?.y ?? 0
  return page.some(
    (draft) => draft !== note && linesOf(draft).some((line) => line.y < y && line.size >= body * smallType),
  )
}
