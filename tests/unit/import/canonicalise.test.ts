import { expect, test } from 'vitest'
import { canonicalText } from '#engine/import/canonical.ts'
import { canonicalise } from '#engine/import/canonicalise.ts'
import type { ExtractedBlock, ExtractedComment } from '#engine/import/extract/types.ts'

const paragraph = (text: string): ExtractedBlock => ({ kind: 'paragraph', level: 0, text })
const comment = (place: Partial<ExtractedComment>): ExtractedComment => {
  return { block: 0, start: 0, end: 0, author: 'Marit', text: 'Why?', ...place }
}

/** The words that each comment ends up on. */
function commented(texts: string[], comments: ExtractedComment[]): string[] {
  const document = { metadata: {}, mediaType: 'text/plain', notes: [], comments }
  const { blocks, comments: placed } = canonicalise({ ...document, blocks: texts.map(paragraph) })
  const text = canonicalText(blocks)
  for (const { end } of placed) expect(end).toBeLessThanOrEqual(text.length)
  return placed.map(({ start, end }) => text.slice(start, end))
}

test('a comment that reaches into an empty block ends with the words before it', () => {
  const whole = comment({ endBlock: 1 })
  expect(commented(['One two', ''], [whole])).toEqual(['One two'])
  expect(commented(['One two', ' ', 'Three'], [whole])).toEqual(['One two'])
})

test('a comment that begins in an empty block begins with the words behind it', () => {
  expect(commented(['', 'One two'], [comment({ endBlock: 1, end: 3 })])).toEqual(['One'])
})

test('a comment on an empty block is about the block before it, or the first there is', () => {
  expect(commented(['One', '', 'Two'], [comment({ block: 1 })])).toEqual(['One'])
  expect(commented(['', 'One', 'Two'], [comment({})])).toEqual(['One'])
  expect(commented([''], [comment({})])).toEqual([])
})

test('a comment at one point is about its block, and one that spans blocks about all of them', () => {
  expect(commented(['One', 'Two three'], [comment({ block: 1, start: 3, end: 3 })])).toEqual(['Two three'])
  expect(commented(['One', 'Two'], [comment({ start: 1, endBlock: 1, end: 2 })])).toEqual(['ne\nTw'])
})
