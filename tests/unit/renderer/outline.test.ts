import { expect, test } from 'vitest'
import { headingAt, headingsOf } from '#renderer/features/outline/headings.ts'
import type { Block } from '#shared/model.ts'

function blocksOf(...parts: [kind: Block['kind'], level: number, text: string][]): {
  text: string
  blocks: Block[]
} {
  const text = parts.map(([, , words]) => words).join('\n')
  let start = 0
  const blocks = parts.map(([kind, level, words], id): Block => {
    const block = { id, kind, level, start, end: start + words.length, page: null, links: [] }
    start = block.end + 1
    return block
  })
  return { text, blocks }
}

test('headings are listed with depths that leave no level out', () => {
  const { text, blocks } = blocksOf(
    ['heading', 2, 'First'],
    ['paragraph', 0, 'Words.'],
    ['heading', 4, 'Within'],
    ['heading', 2, 'Second'],
  )
  expect(headingsOf(text, blocks, 'Another title')).toEqual([
    { title: 'First', start: 0, end: 5, depth: 0 },
    { title: 'Within', start: 13, end: 19, depth: 1 },
    { title: 'Second', start: 20, end: 26, depth: 0 },
  ])
})

test('the title at the head of a text is none of its headings', () => {
  const { text, blocks } = blocksOf(['heading', 1, 'Title'], ['heading', 2, 'One'], ['heading', 2, 'Title'])
  expect(headingsOf(text, blocks, 'Title').map(({ title, depth }) => [title, depth])).toEqual([
    ['One', 0],
    ['Title', 0],
  ])
})

test('one is under the last heading before where one reads', () => {
  const { text, blocks } = blocksOf(
    ['paragraph', 0, 'Before.'],
    ['heading', 1, 'One'],
    ['paragraph', 0, 'Words.'],
  )
  const headings = headingsOf(text, blocks, '')
  expect(headingAt(headings, 3)).toBe(-1)
  expect(headingAt(headings, 8)).toBe(0)
  expect(headingAt(headings, 14)).toBe(0)
  expect(headingAt([], 14)).toBe(-1)
})
