import { expect, test } from 'vitest'
import { alignPage, type OnPage } from '#renderer/features/pages/align/alignPage.ts'
import { roughWidth } from '#renderer/features/pages/align/geometry.ts'
import type { PageItem } from '#renderer/features/pages/align/items.ts'

const size = 10

/** A line of a page as one text, or in parts; its letters are all equally wide. */
function line(text: string, x: number, y: number, changes: Partial<PageItem> = {}): PageItem {
  return {
    text,
    x,
    y,
    length: text.length * 5,
    size,
    angle: 0,
    ascent: 0.8,
    descent: 0.2,
    rightToLeft: false,
    font: 'serif',
    ...changes,
  }
}

const evenly = (text: string): number => text.length

/** A text whose blocks begin on the page, or before it where they are marked with `…`. */
function textOf(...blocks: string[]): { text: string; blocks: OnPage[] } {
  let at = 0
  const placed = blocks.map((written) => {
    const runsOn = written.startsWith('…')
    const start = at
    at += written.length + 1
    return { block: { start, end: start + written.length }, runsOn, mayLeave: false }
  })
  return { text: blocks.join('\n'), blocks: placed }
}

/** What of a page the words of a text are found at: the texts' lines by their baselines. */
function linesOf(items: PageItem[], text: string, blocks: OnPage[], words: string): string[] {
  const start = text.indexOf(words)
  const { rectangles } = alignPage(items, text, blocks).find({ start, end: start + words.length }, evenly)
  return rectangles.map(({ left, top, width }) => {
    const item = items.find(
      ({ x, y, length }) => Math.abs(y - size * 0.8 - top) < 1 && left >= x - 1 && left < x + length,
    )
    if (!item) return `nothing at ${left}, ${top}`
    const from = Math.round((left - item.x) / 5)
    return item.text.slice(from, from + Math.round(width / 5))
  })
}

test('a passage is found over lines, with a word that was cut at a line’s end', () => {
  const { text, blocks } = textOf('The council voted on an extraordinary levy for every visiting vessel.')
  const items = [
    line('The council voted on an extra-', 50, 100),
    line('ordinary levy for every visiting', 50, 120),
    line('vessel.', 50, 140),
  ]
  expect(linesOf(items, text, blocks, 'an extraordinary levy')).toEqual(['an extra-', 'ordinary levy'])
  expect(linesOf(items, text, blocks, 'visiting vessel.')).toEqual(['visiting', 'vessel.'])
  expect(linesOf(items, text, blocks, 'visiting vessel')).toEqual(['visiting', 'vessel'])
})

test('ligatures, accents written in two ways, soft hyphens and quotation marks make no difference', () => {
  const { text, blocks } = textOf('The officer’s first café was “affluent” and efficiently run by Müller.')
  const items = [
    line("The o\ufb03cer's \ufb01rst cafe\u0301 was", 50, 100),
    line('"a\ufb00luent" and e\ufb03\u00adciently run by Mu\u0308ller.', 50, 120),
  ]
  expect(linesOf(items, text, blocks, 'officer’s first')).toEqual(["o\ufb03cer's \ufb01rst"])
  expect(linesOf(items, text, blocks, 'efficiently run by Müller')).toEqual([
    'e\ufb03\u00adciently run by Mu\u0308ller',
  ])
})

test('two columns are found in their columns, whichever way the file writes them', () => {
  const left = [
    'The island council decided on',
    'Thursday that every vessel pays.',
    'Its critics call that a tax.',
  ]
  const right = [
    'Fishermen mended the quay for',
    'forty years with their own hands.',
    'Now they pay to stand on it.',
  ]
  const { text, blocks } = textOf(left.join(' '), right.join(' '))
  const lines = (words: string[], x: number): PageItem[] =>
    words.map((word, i) => line(word, x, 100 + 20 * i))
  const columns = [...lines(left, 50), ...lines(right, 300)]
  const rows = columns.toSorted((one, other) => one.y - other.y)
  for (const items of [columns, columns.toReversed(), rows]) {
    expect(linesOf(items, text, blocks, 'council decided on Thursday')).toEqual([
      'council decided on',
      'Thursday',
    ])
    expect(linesOf(items, text, blocks, 'own hands. Now they pay')).toEqual(['own hands.', 'Now they pay'])
  }
})

test('running heads and notes beside the text are not taken for it', () => {
  const { text, blocks } = textOf(
    'The harbour levy',
    'The harbour levy was debated for three hours, and the harbour levy won.',
  )
  const items = [
    line('The harbour levy', 400, 20),
    line('14', 540, 20),
    line('The harbour levy', 50, 80),
    line('The harbour levy was debated for three hours,', 50, 110),
    line('see note', 10, 115),
    line('and the harbour levy won.', 50, 130),
  ]
  const start = text.lastIndexOf('harbour levy')
  const found = alignPage(items, text, blocks).find({ start, end: start + 12 }, evenly)
  expect(found.rectangles).toHaveLength(1)
  expect(found.rectangles[0]).toMatchObject({ left: 50 + 8 * 5, top: 122 })
  const heading = alignPage(items, text, blocks).find({ start: 0, end: 16 }, evenly)
  expect(heading.rectangles.map(({ top }) => top)).toEqual([72])
})

test('a sentence that stands on the page twice is found where it is meant', () => {
  const said = 'We have mended this quay with our own hands.'
  const { text, blocks } = textOf(
    `First the master spoke. ${said} Then he left the hall.`,
    `Later the fishermen wrote. ${said} Nobody answered them.`,
  )
  const items = [
    line('First the master spoke.', 50, 100),
    line(said, 50, 120),
    line('Then he left the hall.', 50, 140),
    line('Later the fishermen wrote.', 50, 180),
    line(said, 50, 200),
    line('Nobody answered them.', 50, 220),
  ]
  const alignment = alignPage(items, text, blocks)
  const topOf = (start: number): number[] =>
    alignment.find({ start, end: start + said.length }, evenly).rectangles.map(({ top }) => top)
  expect(topOf(text.indexOf(said))).toEqual([112])
  expect(topOf(text.lastIndexOf(said))).toEqual([192])
})

test('words that are not on the page are not found, and no others in their stead', () => {
  const { text, blocks } = textOf(
    'The committee of the harbour met on Thursday and decided nothing at all about the quay.',
    'This paragraph was written in afterwards and speaks of the harbour, the quay and a Thursday.',
  )
  const items = [
    line('The committee of the harbour met on Thursday and', 50, 100),
    line('decided nothing at all about the quay.', 50, 120),
  ]
  const alignment = alignPage(items, text, blocks)
  const start = text.indexOf('This paragraph')
  expect(alignment.find({ start, end: text.length }, evenly)).toEqual({ rectangles: [], letters: 0 })
  expect(alignment.find({ start: 0, end: 20 }, evenly).letters).toBe(17)
})

test('of a block that begins on the page before, its end is found here and not its beginning', () => {
  const { text, blocks } = textOf(
    '… the quay belongs to the islands, said the master, and he went on for an hour: the quay belongs to everybody who uses it.',
    'Then the hall was empty.',
  )
  const items = [
    line('on for an hour: the quay belongs to everybody', 50, 100),
    line('who uses it.', 50, 120),
    line('Then the hall was empty.', 50, 150),
  ]
  expect(linesOf(items, text, blocks, 'the quay belongs to everybody who')).toEqual([
    'the quay belongs to everybody',
    'who',
  ])
  expect(linesOf(items, text, blocks, 'the quay belongs to the islands')).toEqual([])
})

test('what a block says on the next page is not found in the same words said on this one by somebody else', () => {
  const said = 'the ministry of fisheries and coastal affairs'
  const long =
    'A great many other things were said on that evening, all of them at some length and none of them new. '
  const { text, blocks } = textOf(`The hall filled slowly. ${long.repeat(3)}In the end ${said} gave way.`)
  const items = [
    line(said, 50, 30),
    line('The hall filled slowly. A great many other things were', 50, 100),
    line('said on that evening, all of them at some length', 50, 120),
  ]
  expect(linesOf(items, text, blocks, said)).toEqual([])
  expect(linesOf(items, text, blocks, 'all of them at some length')).toEqual(['all of them at some length'])
})

test('cells of a table and short headings are found where there is one of them', () => {
  const { text, blocks } = textOf('Results', 'Nordvik | 140 | 820', 'Sundholm | 65 | 310')
  const items = [
    line('Results', 50, 80),
    line('Nordvik', 50, 100),
    line('140', 150, 100),
    line('820', 250, 100),
    line('Sundholm', 50, 120),
    line('65', 150, 120),
    line('310', 250, 120),
  ]
  expect(linesOf(items, text, blocks, 'Results')).toEqual(['Results'])
  expect(linesOf(items, text, blocks, '65')).toEqual(['65'])
  expect(linesOf(items, text, blocks, 'Nordvik | 140')).toEqual(['Nordvik', '140'])
})

test('the other way: what stands between two points of the page is a range of the text', () => {
  const { text, blocks } = textOf('The council voted on an extraordinary levy for every visiting vessel.')
  const items = [
    line('Page 7 of the Nordvik Courier', 50, 20),
    line('The council voted on an extra-', 50, 100),
    line('ordinary levy for every visiting', 50, 120),
    line('vessel.', 50, 140),
  ]
  const alignment = alignPage(items, text, blocks)
  const between = (from: [number, number], to: [number, number]): string | null => {
    const [one, other] = [from, to].map(([item = 0, offset = 0]) => ({ item, offset }))
    const range = one && other && alignment.rangeBetween(one, other)
    return range ? text.slice(range.start, range.end) : null
  }
  expect(between([1, 24], [2, 13])).toBe('extraordinary levy')
  expect(between([2, 13], [1, 24])).toBe('extraordinary levy')
  expect(between([0, 0], [0, 20])).toBeNull()
})

test('right-to-left words have their rectangles from the right', () => {
  const words = 'שלום לכל האיים הצפוניים'
  const { text, blocks } = textOf(`${words} ועוד כמה מילים`)
  const items = [line(`${words} ועוד כמה מילים`, 100, 100, { rightToLeft: true })]
  const { rectangles } = alignPage(items, text, blocks).find({ start: 0, end: 4 }, evenly)
  const right = 100 + text.length * 5
  expect(rectangles).toHaveLength(1)
  expect(rectangles[0]?.left).toBeCloseTo(right - 20)
  expect(rectangles[0]?.width).toBeCloseTo(20)
})

test('turned text has its rectangle along its own line', () => {
  const { text, blocks } = textOf('Written up along the margin of the page')
  const items = [line('Written up along the margin of the page', 40, 500, { angle: -Math.PI / 2 })]
  const { rectangles } = alignPage(items, text, blocks).find({ start: 0, end: 10 }, evenly)
  expect(rectangles).toHaveLength(1)
  expect(rectangles[0]?.top).toBeCloseTo(450)
  expect(rectangles[0]?.height).toBeCloseTo(50)
  expect(rectangles[0]?.width).toBeCloseTo(10)
})

test('letters without a font to measure are as wide as letters mostly are', () => {
  expect(roughWidth('mmm')).toBeGreaterThan(roughWidth('iii') * 2)
})
