import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignBlocks, type Pairing } from '#engine/compare/align.ts'
import { compareTexts } from '#engine/compare/texts.ts'
import { diffWords } from '#engine/compare/word-diff.ts'
import { edit, makeText } from './texts-of-ours.ts'

function textOf(paragraphs: string[], excluded: { start: number; end: number }[] = []) {
  let start = 0
  const blocks = paragraphs.map((text, id) => {
    const block = {
      id,
      kind: 'paragraph' as const,
      level: 0,
      start,
      end: start + text.length,
      page: null,
      links: [],
    }
    start = block.end + 1
    return block
  })
  return { text: paragraphs.join('\n'), blocks, excluded }
}

const paragraphs = makeText(1, 600).split('\n\n')

describe('words side by side', () => {
  it('marks what one side alone has', () => {
    expect(diffWords('The board met on Tuesday.', 'The board met on Friday.')).toEqual({
      left: [
        { text: 'The board met on ', changed: false },
        { text: 'Tuesday', changed: true },
        { text: '.', changed: false },
      ],
      right: [
        { text: 'The board met on ', changed: false },
        { text: 'Friday', changed: true },
        { text: '.', changed: false },
      ],
    })
  })

  it('joins to both texts whatever they are, and the unchanged to the same words', () => {
    const word = fc.constantFrom('tide', 'boat', '4,500', 'don’t', '港', '😀', ',', '“', ' ', '.', '\u0301')
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (left, right) => {
        const pieces = diffWords(left, right)
        expect(pieces.left.map((piece) => piece.text).join('')).toBe(left)
        expect(pieces.right.map((piece) => piece.text).join('')).toBe(right)
        const kept = [pieces.left, pieces.right].map((side) =>
          side
            .filter(({ changed }) => !changed)
            .map((piece) => piece.text)
            .join('')
            .replace(/\s+/g, ''),
        )
        expect(kept[0]).toBe(kept[1])
      }),
      { numRuns: 300 },
    )
  })

  it('finds the words that differ in a paragraph of a megabyte', () => {
    const long = makeText(5, 120_000).replaceAll('\n\n', ' ')
    const pieces = diffWords(long, edit(long, 0.0005))
    const changed = pieces.left.filter((piece) => piece.changed)
    expect(changed.length).toBeGreaterThan(10)
    expect(changed.every((piece) => piece.text.length < 60)).toBe(true)
  })
})

function align(left: string[], right: string[]): Pairing[] {
  const steps = alignBlocks(left, right)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

describe('blocks side by side', () => {
  it('pairs what is equal, what was edited and what was moved', () => {
    const [a = '', b = '', c = '', d = ''] = paragraphs
    expect(align([a, b, c], [c, edit(a, 0.2), d])).toEqual([
      { left: 0, right: 1 },
      { left: -1, right: 2 },
      { left: 1, right: -1 },
      { left: 2, right: 0 },
    ])
  })

  it('shows every block of both texts once', () => {
    const block = fc.constantFrom('', 'one', 'one two', 'one two three four', 'two three', '港 務', 'five')
    fc.assert(
      fc.property(fc.array(block), fc.array(block), (left, right) => {
        const rows = align(left, right)
        const side = (name: 'left' | 'right') => rows.map((row) => row[name]).filter((at) => at >= 0)
        expect(side('left')).toEqual(left.map((_, at) => at))
        expect(side('right').toSorted((x, y) => x - y)).toEqual(right.map((_, at) => at))
      }),
    )
  })
})

describe('two texts', () => {
  it('that are equal share everything', async () => {
    const { similarity, rows } = await compareTexts(textOf(paragraphs), textOf(paragraphs))
    expect(similarity).toBe(1)
    expect(rows).toHaveLength(paragraphs.length)
    for (const { left, right } of rows) {
      expect(left).toEqual(right)
      expect(left?.pieces.some(({ changed }) => changed)).toBe(false)
    }
  })

  it('are compared without what was taken out of them', async () => {
    const [first = '', second = '', third = ''] = paragraphs
    const whole = textOf([first, second, third])
    const excluded = [{ start: first.length + 1, end: first.length + 1 + second.length }]
    const { similarity, rows } = await compareTexts({ ...whole, excluded }, textOf([first, third]))
    expect(similarity).toBe(1)
    expect(rows.map(({ left, right }) => [left?.start, right?.start])).toEqual([
      [0, 0],
      [first.length + second.length + 2, first.length + 1],
    ])
  })

  it('of a megabyte are compared, however little they share', async () => {
    const long = makeText(6, 120_000).split('\n\n')
    const { rows } = await compareTexts(textOf(long), textOf(makeText(7, 120_000).split('\n\n')))
    const { similarity } = await compareTexts(
      textOf(long),
      textOf(edit(long.join('\n\n'), 0.02).split('\n\n')),
    )
    expect(rows.length).toBeGreaterThan(1_000)
    expect(similarity).toBeGreaterThan(0.7)
  })
})
