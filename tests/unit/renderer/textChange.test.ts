import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blocksAround,
  type Edit,
  editsBetween,
  removal,
  tidyLines,
} from '#renderer/features/textChange/edits.ts'
import { wordDiff } from '#renderer/objects/wordDiff.ts'
import type { Block } from '#shared/model.ts'

function applied(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight(
    (now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end),
    text,
  )
}

function block(start: number, end: number): Block {
  return { id: start, kind: 'paragraph', level: 0, start, end, page: null, links: [] }
}

const words = fc
  .array(fc.constantFrom('harbour', 'the', 'sea', '4,500', '“quote”', 'Müller', '😀', '\n', ' ', '.'), {
    maxLength: 30,
  })
  .map((parts) => parts.join(' '))

describe('a correction', () => {
  it('becomes edits that give the corrected text, in order and apart', () => {
    fc.assert(
      fc.property(words, words, words, (before, after, ahead) => {
        const edits = editsBetween(before, after, ahead.length)
        expect(applied(ahead + before, edits)).toBe(ahead + after)
        edits.slice(1).forEach((edit, i) => {
          expect(edit.start).toBeGreaterThan(edits[i]?.end ?? 0)
        })
      }),
    )
  })

  it('touches the changed words alone', () => {
    const edits = editsBetween(
      'The habour was closed.\nNobody came.',
      'The harbour was closed.\nNobody came.',
      100,
    )
    expect(edits).toEqual([{ start: 104, end: 110, text: 'harbour' }])
    expect(editsBetween('same', 'same', 5)).toEqual([])
  })

  it('is about the whole blocks around a passage', () => {
    const blocks = [block(0, 10), block(11, 20), block(21, 30)]
    expect(blocksAround(blocks, { start: 12, end: 14 })).toEqual({ start: 11, end: 20 })
    expect(blocksAround(blocks, { start: 15, end: 22 })).toEqual({ start: 11, end: 30 })
    expect(blocksAround([], { start: 0, end: 1 })).toBeNull()
  })

  it('takes a line end along with blocks that go', () => {
    const text = 'one\ntwo\nthree'
    expect(applied(text, [removal({ start: 4, end: 7 }, text.length)])).toBe('one\nthree')
    expect(applied(text, [removal({ start: 0, end: 3 }, text.length)])).toBe('two\nthree')
    expect(applied(text, [removal({ start: 8, end: 13 }, text.length)])).toBe('one\ntwo')
  })

  it('keeps no blank lines and no runs of spaces', () => {
    expect(tidyLines('  one  two \n\n \nthree\t')).toBe('one two\nthree')
  })
})

it('a number is one word, with its points and commas', () => {
  expect(editsBetween('12 million', '12.5 million', 0)).toEqual([{ start: 0, end: 2, text: '12.5' }])
  expect(editsBetween('4,500', '4,600', 0)).toEqual([{ start: 0, end: 5, text: '4,600' }])
})

it('two wordings are shown as what went, what came and what stayed', () => {
  expect(wordDiff('4,500 soldiers', '4,500 troops')).toEqual([
    { text: '4,500 ', how: 'same' },
    { text: 'soldiers', how: 'gone' },
    { text: 'troops', how: 'new' },
  ])
})
