import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trimmedRange } from '#renderer/features/reader/text/blocks.ts'
import {
  characterEnd,
  characterStart,
  withEdgeMoved,
  wordAt,
} from '#renderer/features/reader/text/graphemes.ts'

const family = '👩‍👩‍👧‍👦'
const flag = '🇺🇦'
/** `é` and a letter with two marks, put together of several code points. */
const marked = 'e\u0301'
const doubled = 'q\u0323\u0307'

const pieces = fc.constantFrom(
  family,
  flag,
  marked,
  doubled,
  'a',
  ' ',
  '\n',
  '読',
  'ที่',
  'ع',
  'क्षि',
  '🏳️‍🌈',
  '.',
  '각',
)
const texts = fc.array(pieces, { minLength: 1, maxLength: 400 }).map((all) => all.join(''))

test('the boundaries around any place are those of the whole text, and the nearest', () => {
  const whole = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  fc.assert(
    fc.property(texts, fc.nat(), (text, seed) => {
      const at = seed % (text.length + 1)
      const all = [...whole.segment(text)].map(({ index }) => index).concat(text.length)
      expect(characterStart(text, at)).toBe(all.findLast((boundary) => boundary <= at))
      expect(characterEnd(text, at)).toBe(all.find((boundary) => boundary >= at))
    }),
    { numRuns: 300 },
  )
})

test('a selection that touches a character takes it whole, and no space around it', () => {
  const text = `so ${family} and ${marked} or ${flag}.`
  const inside = text.indexOf(family) + 3
  expect(trimmedRange(text, inside, inside + 1)).toEqual({ start: 3, end: 3 + family.length })
  const accent = text.indexOf('\u0301')
  expect(trimmedRange(text, accent, accent + 1)).toEqual({ start: accent - 1, end: accent + 1 })
  expect(trimmedRange(text, accent - 2, accent)).toEqual({ start: accent - 1, end: accent + 1 })
})

const moved = (text: string, quote: string, edge: 'start' | 'end', by: 1 | -1): string | null => {
  const start = text.indexOf(quote)
  const range = withEdgeMoved(text, { start, end: start + quote.length }, edge, by)
  return range && text.slice(range.start, range.end)
}

test('an edge moves by whole words, over signs and lines, and leaves at least one', () => {
  const text = 'One two, three.\nFour-and-five six'
  expect(moved(text, 'two', 'end', 1)).toBe('two, three')
  expect(moved(text, 'two, three', 'end', 1)).toBe('two, three.\nFour')
  expect(moved(text, 'two, three', 'end', -1)).toBe('two')
  expect(moved(text, 'two', 'start', -1)).toBe('One two')
  expect(moved(text, 'One two', 'start', 1)).toBe('two')
  expect(moved(text, 'two', 'end', -1)).toBeNull()
  expect(moved(text, 'One', 'start', -1)).toBeNull()
  expect(moved(text, 'six', 'end', 1)).toBeNull()
  expect(moved('ou wo', 'wo', 'end', -1)).toBeNull()
})

test('words are those of the script: without spaces, from right to left, with marks', () => {
  expect(moved('军队将撤离韩国。', '军队', 'end', 1)).toBe('军队将')
  expect(moved('قال الوزير إن القوات ستبقى', 'الوزير', 'end', 1)).toBe('الوزير إن')
  expect(moved(`caf${marked} noir ${family} fin`, 'noir', 'start', -1)).toBe(`caf${marked} noir`)
  const long = `${'x'.repeat(500)} end of it`
  expect(moved(long, 'end', 'end', 1)).toBe('end of')
  expect(moved(long, 'end', 'start', -1)).toBeNull()
})

test('the word at a place is whole, and between words there is none', () => {
  const at = (text: string, place: number): string | null => {
    const word = wordAt(text, place)
    return word && text.slice(word.start, word.end)
  }
  expect([0, 2, 3, 4, 6, 7].map((place) => at('One two.', place))).toEqual([
    'One',
    'One',
    null,
    'two',
    'two',
    null,
  ])
  expect(at('军队将撤离韩国。', 1)).toBe('军队')
  expect(at('', 0)).toBeNull()
})
