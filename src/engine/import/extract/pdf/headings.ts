import { isCaption, numberOf } from './markers.ts'
import { type Draft, linesOf } from './model.ts'
import { lineText } from './text.ts'

/** An entry of the document's own table of contents. */
export interface OutlineEntry {
  title: string
  /** Counted from 1. */
  level: number
}

const longest = 220
const mostLines = 4
const deepest = 6

interface Candidate {
  draft: Draft
  size: number
  bold: boolean
  /** From the outline, where it names this heading. */
  level: number | undefined
}

/**
 * Makes headings of the paragraphs that look like some: set bigger than the body, or in bold by themselves, or named by
 * the outline. Levels go by the rank of size and weight; the outline's own levels count where it has the heading.
 */
export function markHeadings(drafts: readonly Draft[], body: number, outline: readonly OutlineEntry[]): void {
  const levels = new Map(outline.map(({ title, level }) => [plain(title), level]))
  const mostlyBold = shareOfBold(drafts) > 0.4
  const candidates = drafts.flatMap((draft, index) => {
    const candidate = toCandidate(draft, drafts[index + 1], { body, levels, mostlyBold })
    return candidate === undefined ? [] : [candidate]
  })
  const offset = outlineOffset(candidates, body)
  const ranks = ranksOf(candidates)
  for (const { draft, size, bold, level } of candidates) {
    draft.kind = 'heading'
    draft.level = Math.min(
      deepest,
      level === undefined ? (ranks.get(rankKey(size, bold)) ?? 1) : level + offset,
    )
  }
  closeGaps(candidates)
}

/** Makes the levels follow each other without gaps. */
function closeGaps(candidates: readonly Candidate[]): void {
  const used = [...new Set(candidates.map(({ draft }) => draft.level))].sort((a, b) => a - b)
  for (const { draft } of candidates) draft.level = used.indexOf(draft.level) + 1
}

function toCandidate(
  draft: Draft,
  next: Draft | undefined,
  { body, levels, mostlyBold }: { body: number; levels: ReadonlyMap<string, number>; mostlyBold: boolean },
): Candidate | undefined {
  if (draft.kind !== 'paragraph' && !(draft.kind === 'list-item' && numberOf(draftText(draft)) !== ''))
    return undefined
  const lines = linesOf(draft)
  const text = draftText(draft)
  if (
    lines.length > mostLines ||
    text.length > longest ||
    !/\p{L}{2}|^\p{Lu}$|^[IVX\d]+\.?$/u.test(text) ||
    isCaption(text)
  )
    return undefined
  const size = Math.max(...lines.map((line) => line.size))
  const bold = lines.every((line) => line.bold)
  const level = levels.get(plain(text))
  const found: Candidate = { draft, size, bold, level }
  if (level !== undefined) return found
  // A line of the table of contents: a heading's words and its page.
  if (/\s\d+$/.test(text) && levels.has(plain(text.replace(/[\s.…]*\d+$/u, '')))) return undefined
  if (size >= body * 1.09 && (size >= body * 1.18 || !endsSentence(text))) return found
  const usual = Math.min(body * 0.95, next === undefined ? body : (linesOf(next)[0]?.size ?? body))
  const stands = bold && !mostlyBold && size >= usual - 0.2 && !endsSentence(text) && lines.length <= 3
  return stands && next !== undefined && next.kind !== 'table-row' ? found : undefined
}

function endsSentence(text: string): boolean {
  return (
    /[.;,:]["”’)]*$/u.test(text) &&
    numberOf(text) !== text &&
    !/\b(?:No|Inc|Ltd|Co|Jr|Sr|[A-Z])\.$/u.test(text)
  )
}

function draftText(draft: Draft): string {
  return linesOf(draft).map(lineText).join(' ').trim()
}

/** Letters and digits alone, since outlines differ from headings in spaces and dashes, and often leave out the number. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(?:\d+(?:\.\d+)*\.?|[a-z]\.\d*)\s+(?=\S)/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function shareOfBold(drafts: readonly Draft[]): number {
  let bold = 0
  let all = 0
  for (const line of drafts.flatMap(linesOf)) {
    const letters = line.runs.reduce((sum, run) => sum + run.text.length, 0)
    all += letters
    if (line.bold) bold += letters
  }
  return all === 0 ? 0 : bold / all
}

/** Below a title that the outline does not name, its first level is the second. */
function outlineOffset(candidates: readonly Candidate[], body: number): number {
  const named = candidates.filter(({ level }) => level === 1)
  const biggest = Math.max(0, ...named.map(({ size }) => size))
  const title = candidates.find(
    ({ level, size, draft }) =>
      level === undefined && draft.page === 1 && size > biggest && size > body * 1.18,
  )
  return named.length > 0 && title !== undefined ? 1 : 0
}

function rankKey(size: number, bold: boolean): string {
  return `${Math.round(size * 2) / 2} ${bold}`
}

function ranksOf(candidates: readonly Candidate[]): Map<string, number> {
  const styles = new Map<string, { size: number; bold: boolean }>()
  for (const { size, bold } of candidates)
    styles.set(rankKey(size, bold), { size: Math.round(size * 2) / 2, bold })
  const sorted = [...styles].sort(([, a], [, b]) => b.size - a.size || Number(b.bold) - Number(a.bold))
  return new Map(sorted.map(([key], index) => [key, index + 1]))
}
