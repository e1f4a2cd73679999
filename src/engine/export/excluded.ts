import type { Flag } from '#shared/model.ts'

/** A passage that the reader took out: UTF-16, half-open. */
export interface Passage {
  start: number
  end: number
}

/** The passages that were taken out of each source, ascending. */
export function excludedPassages(flags: readonly Flag[]): Map<string, Passage[]> {
  const passages = new Map<string, Passage[]>()
  for (const { sourceId, state, start, end } of flags) {
    if (state !== 'excluded' || start === null || end === null) continue
    const known = passages.get(sourceId)
    if (known === undefined) passages.set(sourceId, [{ start, end }])
    else known.push({ start, end })
  }
  for (const list of passages.values()) list.sort((a, b) => a.start - b.start || a.end - b.end)
  return passages
}

/** What is left of `[start, end)` of a text without the passages that were taken out of it. */
export function keptText(text: string, start: number, end: number, excluded: readonly Passage[]): string {
  const kept: string[] = []
  let at = start
  for (const passage of excluded) {
    if (passage.start >= end) break
    if (passage.end <= at) continue
    kept.push(text.slice(at, Math.max(at, passage.start)).trim())
    at = Math.min(end, passage.end)
  }
  if (at === start) return text.slice(start, end)
  kept.push(text.slice(at, end).trim())
  return kept.filter((part) => part !== '').join(' ')
}

/**
 * A text with spaces in the place of what was taken out, so that positions behind it still hold: a space for each UTF-16
 * unit, or for each code point. Line breaks stay.
 */
export function blankOut(text: string, excluded: readonly Passage[], unit: 'utf-16' | 'code-point'): string {
  const each = unit === 'utf-16' ? /[^\n]/g : /[^\n]/gu
  let blanked = ''
  let at = 0
  for (const { start, end } of excluded) {
    if (end <= at) continue
    const from = Math.max(at, start)
    blanked += text.slice(at, from) + text.slice(from, end).replace(each, ' ')
    at = end
  }
  return blanked + text.slice(at)
}
