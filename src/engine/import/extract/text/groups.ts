import type { Line } from './lines.ts'
import { endsSentence } from './wrapping.ts'

/** Lines without a blank one between them. Quoted ones have lost the `>` before them. */
export interface Group {
  lines: Line[]
  quoted: boolean
}

/** Lines of nothing but a repeated sign, which part one thing from the next. */
const rule = /^([-_=*~#·•—–+<>.])(?:\s*\1){2,}$/

/** Gathers lines between blank ones, rules and the ends of quotations. */
export function gatherGroups(lines: readonly Line[]): Group[] {
  const usual = usualBlanks(lines)
  const groups: Group[] = []
  let open: Group | null = null
  let previous: Line | undefined
  for (const line of lines) {
    if (isRule(line, previous, open)) {
      if (open !== null && isUnderline(line, open)) open.lines.push(line)
      open = null
      previous = undefined
      continue
    }
    const quoted = line.text.charCodeAt(0) === 0x3e && /^>(?:$|[ >]|\S{2})/.test(line.text)
    const parted = previous !== undefined && isParted(previous, line, usual, quoted)
    if (open === null || parted || open.quoted !== quoted) {
      open = { lines: [], quoted }
      groups.push(open)
    }
    open.lines.push(line)
    previous = line
  }
  return groups
}

/** The rule of a table stands between its rows; any other parts groups. */
function isRule(line: Line, previous: Line | undefined, open: Group | null): boolean {
  if (line.text.length < 3 || !rule.test(line.text)) return false
  const isOfTable = / {1,}/.test(line.text) && /-{3,} +-{3,}/.test(line.text)
  return !isOfTable || previous === undefined || open === null || line.blanksBefore > 0
}

/** A rule right below a line alone says that the line is a heading. */
function isUnderline(line: Line, { lines, quoted }: Group): boolean {
  const above = lines[0]
  if (above === undefined || lines.length !== 1 || quoted || line.blanksBefore > 0) return false
  return /^[=~-]{3,}$/.test(line.text) && line.width * 2 > above.width && above.width < 120
}

function isParted(previous: Line, line: Line, usual: number, quoted: boolean): boolean {
  // A quotation's blank lines begin with `>` and are seen when it is read by itself.
  if (quoted && line.blanksBefore === 0) return false
  // A page may end in the middle of a sentence, whatever stood at its foot.
  if (line.page !== previous.page) return endsSentence(previous.text) || !beginsSmall(line.text)
  return line.blanksBefore > usual
}

const fewLines = 8

/** How many blank lines stand between the lines of one paragraph: none, but for texts that were typed double-spaced. */
function usualBlanks(lines: readonly Line[]): number {
  if (lines.length < fewLines) return 0
  let single = 0
  let running = 0
  lines.forEach((line, index) => {
    const previous = lines[index - 1]
    if (previous === undefined || line.blanksBefore !== 1) return
    single++
    if (!endsSentence(previous.text) && beginsSmall(line.text) && previous.width <= 100) running++
  })
  return single > lines.length * 0.5 && running > single * 0.25 ? 1 : 0
}

function beginsSmall(text: string): boolean {
  return /^["“‘«(]?\p{Ll}/u.test(text)
}
