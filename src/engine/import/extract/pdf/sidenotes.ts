import type { Line } from './model.ts'

/** Notes that stand beside the text they belong to, each of its lines, and the text without them. */
export interface Parted {
  text: Line[]
  notes: Line[][]
}

/**
 * Takes notes out of the margin: small type that begins with a raised mark beside a line of bigger type, and the lines of
 * the same type right below. Few of them make no column, and row by row they would run into the text.
 */
export function withoutSideNotes(lines: readonly Line[]): Parted {
  const notes: Line[][] = []
  const taken = new Set<Line>()
  for (const line of lines) {
    if (
      taken.has(line) ||
      line.runs[0]?.shift !== 'super' ||
      !/\p{L}/u.test(line.runs.map(({ text }) => text).join(''))
    )
      continue
    if (!lines.some((other) => isBeside(other, line))) continue
    const note = [line]
    taken.add(line)
    for (const next of lines) {
      const last = note.at(-1)
      if (last === undefined || taken.has(next) || !isBelow(last, next)) continue
      note.push(next)
      taken.add(next)
    }
    notes.push(note)
  }
  return { text: lines.filter((line) => !taken.has(line)), notes }
}

function isBeside(text: Line, note: Line): boolean {
  const gap = Math.max(note.x0 - text.x1, text.x0 - note.x1)
  return note.size < text.size * 0.9 && gap > text.size && Math.abs(text.y - note.y) < text.size * 1.5
}

function isBelow(above: Line, line: Line): boolean {
  const step = line.y - above.y
  const isSame = Math.abs(line.size - above.size) < 0.6 && line.runs[0]?.shift !== 'super'
  return (
    isSame && Math.abs(line.x0 - above.x0) < above.size && step > above.size * 0.7 && step < above.size * 1.7
  )
}
