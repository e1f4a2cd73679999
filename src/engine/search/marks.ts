import { tokenize } from './tokenizer.ts'

/**
 * Where phrases stand in a text: ranges to mark, UTF-16, half-open, in order, merged where they touch or overlap. A
 * phrase with `prefix` matches any word that begins with its last term.
 */
export function findMarks(text: string, phrases: { terms: string[]; prefix: boolean }[]): [number, number][] {
  const tokens = tokenize(text)
  const ranges: [number, number][] = []
  for (const { terms, prefix } of phrases) {
    for (let first = 0; first + terms.length <= tokens.length; first++) {
      const matches = terms.every((term, index) => {
        const candidate = tokens[first + index]?.term ?? ''
        return prefix && index === terms.length - 1 ? candidate.startsWith(term) : candidate === term
      })
      const start = tokens[first]?.start
      const end = tokens[first + terms.length - 1]?.end
      if (matches && start !== undefined && end !== undefined) ranges.push([start, end])
    }
  }
  return merge(ranges)
}

function merge(ranges: [number, number][]): [number, number][] {
  const merged: [number, number][] = []
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}
