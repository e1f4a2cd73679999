import type { RegexNode } from '#shared/query/tree.ts'
import { compilePattern } from './compile-pattern.ts'
import { type Token, tokenize } from './tokenizer.ts'

interface Phrase {
  terms: string[]
  prefix: boolean
}

/**
 * Where phrases stand in a text, and what patterns match: ranges to mark, UTF-16, half-open, in order, merged where they
 * touch or overlap. A phrase with `prefix` matches any word that begins with its last term.
 */
export function findMarks(
  text: string,
  phrases: readonly Phrase[],
  patterns: readonly { node: RegexNode; negated: boolean }[] = [],
): [number, number][] {
  const tokens = tokenize(text)
  const ranges: [number, number][] = phrases.flatMap((phrase) => findPhrase(tokens, phrase))
  for (const { node, negated } of patterns) {
    if (negated) continue
    for (const { 0: found, index } of text.matchAll(compilePattern(node))) {
      if (found !== '') ranges.push([index, index + found.length])
    }
  }
  return merge(ranges)
}

/** Whether a phrase stands in a text at all. */
export function holdsPhrase(tokens: readonly Token[], phrase: Phrase): boolean {
  return findPhrase(tokens, phrase).length > 0
}

function findPhrase(tokens: readonly Token[], { terms, prefix }: Phrase): [number, number][] {
  const ranges: [number, number][] = []
  for (let first = 0; first + terms.length <= tokens.length; first++) {
    const matches = terms.every((term, index) => {
      const candidate = tokens[first + index]?.term ?? ''
      return prefix && index === terms.length - 1 ? candidate.startsWith(term) : candidate === term
    })
    const start = tokens[first]?.start
    const end = tokens[first + terms.length - 1]?.end
    if (matches && start !== undefined && end !== undefined) ranges.push([start, end])
  }
  return ranges
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
