import { detectFlags, type FlagBlock, type FoundFlag } from '#engine/flags/detect.ts'
import type { BlockKind } from '#shared/model.ts'

export interface Found extends Omit<FoundFlag, 'start' | 'end'> {
  /** The passage itself. */
  passage: string
}

/** Blocks one after the other, as in a canonical text: a string is a paragraph. */
export function blocksOf(parts: readonly (string | [BlockKind, string])[]): FlagBlock[] {
  let start = 0
  return parts.map((part) => {
    const [kind, text] = typeof part === 'string' ? (['paragraph', part] as const) : part
    const block = { kind, level: kind === 'heading' ? 2 : 0, start, text, links: [] }
    start += text.length + 1
    return block
  })
}

/** What is found in a text, with the passages cut out of it. */
export function flagsOf(
  parts: readonly (string | [BlockKind, string])[],
  language: string | null = 'en',
): Found[] {
  const blocks = blocksOf(parts)
  const text = blocks.map((block) => block.text).join('\n')
  return detectFlags({ title: 'Title', blocks, language, metadata: {} }).map(({ start, end, ...flag }) => ({
    ...flag,
    passage: text.slice(start, end),
  }))
}

export function kindsOf(
  parts: readonly (string | [BlockKind, string])[],
  language?: string | null,
): string[] {
  return flagsOf(parts, language).map(({ kind }) => kind)
}

/** Three paragraphs as any article has them. */
export const article = [
  'The harbour board met on Tuesday to decide what should become of the old fish market, which has stood empty since spring.',
  'Nobody at the meeting spoke against the plan, although two members asked who would pay for the new roof and when.',
  'Work on the building is to begin before the winter storms, the board’s secretary wrote in the minutes of the meeting.',
]
