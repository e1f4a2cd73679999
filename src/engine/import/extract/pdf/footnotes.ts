import { noteMarkOf } from './markers.ts'
import { type Draft, linesOf } from './model.ts'
import { lineText } from './text.ts'

const literature =
  /^(?:\W*\d*\W*)(?:references|bibliography|literature|works cited|sources|literatur|literaturverzeichnis|bibliographie|referencias|endnotes|notes)\b/i

/**
 * Makes footnotes of the small type at a column's end that begins with a mark, when the mark is raised or the page's text
 * holds it. What follows without a mark belongs to the note before it.
 */
export function markFootnotes(drafts: Draft[], body: number): void {
  const byColumn = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const column = `${draft.page} ${draft.frame.left} ${draft.frame.right}`
    byColumn.set(column, [...(byColumn.get(column) ?? []), draft])
  }
  for (const column of byColumn.values()) {
    const notes = trailingNotes(column, body)
    const first = column.indexOf(notes[0] ?? (column[0] as Draft))
    if (
      notes.length === 0 ||
      !hasTextAbove(drafts, notes[0], body) ||
      (first > 0 && isLiterature(column[first - 1]))
    )
      continue
    for (const note of notes) note.kind = 'footnote'
  }
}

/** The drafts from the first one with a mark on, where only small type follows. */
function trailingNotes(column: readonly Draft[], body: number): Draft[] {
  let from = column.length
  while (from > 0 && isSmall(column[from - 1], body)) from -= 1
  const small = column.slice(from)
  const first = small.findIndex((draft) => isMarked(draft, column))
  return first === -1
    ? []
    : small.slice(first).filter(({ kind }) => kind !== 'table-row' && kind !== 'caption')
}

function isSmall(draft: Draft | undefined, body: number): boolean {
  return draft !== undefined && linesOf(draft).every((line) => line.size < body * 0.94)
}

/** The mark of a note, and whether it is raised. */
export function markOf(draft: Draft): { mark: string; raised: boolean } | undefined {
  const first = linesOf(draft)[0]?.runs[0]
  if (first === undefined) return undefined
  if (first.shift === 'super' && first.text.length <= 4) return { mark: first.text, raised: true }
  const mark = noteMarkOf(lineText(linesOf(draft)[0] as never))
  return mark === '' ? undefined : { mark, raised: false }
}

function isMarked(draft: Draft, column: readonly Draft[]): boolean {
  const found = markOf(draft)
  if (found === undefined) return false
  if (found.raised) return true
  if (/^[*†‡§¶∗]+$/u.test(found.mark)) return true
  return column.some(
    (other) =>
      other !== draft &&
      linesOf(other).some((line) =>
        line.runs.some((run) => run.shift === 'super' && run.text === found.mark),
      ),
  )
}

function hasTextAbove(drafts: readonly Draft[], note: Draft | undefined, body: number): boolean {
  const y = note === undefined ? undefined : linesOf(note)[0]?.y
  if (note === undefined || y === undefined) return false
  return drafts.some(
    (draft) =>
      draft.page === note.page && linesOf(draft).some((line) => line.y < y && line.size >= body * 0.94),
  )
}

function isLiterature(draft: Draft | undefined): boolean {
  return draft !== undefined && literature.test(linesOf(draft).map(lineText).join(' '))
}
