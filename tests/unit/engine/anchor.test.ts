import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describePassage } from '#engine/anchor/describe.ts'
import { locateQuote } from '#engine/anchor/locate.ts'
import { codePointsBefore, offsetOfCodePoint } from '#shared/positions.ts'

const sentence = fc.constantFrom(
  'The minister denied it. ',
  '𝒜 said 4,500. ',
  'Not yet approved. ',
  '龍應台 wrote. ',
  '😀😀 ',
)
const repetitiveText = fc.array(sentence, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''))
const passage = repetitiveText.chain((text) =>
  fc.record({ text: fc.constant(text), a: fc.nat(text.length - 1), length: fc.integer({ min: 1, max: 40 }) }),
)

test('a passage described by its words is found where it stands, or said to be ambiguous; never elsewhere', () => {
  fc.assert(
    fc.property(passage, ({ text, a, length }) => {
      const anchor = describePassage(text, a, Math.min(text.length, a + length))
      const location = locateQuote(text, anchor)
      if (location.found === 'one') expect([location.start, location.end]).toEqual([anchor.start, anchor.end])
      else {
        expect(location.found).toBe('several')
        expect(location.found === 'several' && location.starts).toContain(anchor.start)
      }
    }),
    { numRuns: 1000 },
  )
})

const twice = 'He wrote "four troops" in May.\nShe wrote four troops in June.'
const at = (start: number) => ({ found: 'one', start, end: start + 'four troops'.length })
const first = twice.indexOf('four')
const second = twice.lastIndexOf('four')

test.each([
  [{ prefix: 'She wrote' }, at(second)],
  [{ prefix: 'in  May. She\u00a0wrote ' }, at(second)],
  [{ prefix: 'He wrote "' }, at(first)],
  [{ suffix: 'in June' }, at(second)],
  [{ suffix: '" in May. She' }, at(first)],
  [{ prefix: 'She wrote', suffix: ' in June.' }, at(second)],
  [{ prefix: 'They quoted "' }, { found: 'several', starts: [first, second] }],
  [
    { prefix: 'She wrote', suffix: 'in May' },
    { found: 'several', starts: [first, second] },
  ],
  [{ prefix: 'Once upon a time he wrote "' }, { found: 'several', starts: [first, second] }],
  [{ suffix: 'in June. The end' }, { found: 'several', starts: [first, second] }],
  [{}, { found: 'several', starts: [first, second] }],
])('of two places only one that agrees wholly with %j is taken', (context, expected) => {
  expect(locateQuote(twice, { quote: 'four troops', ...context })).toEqual(expected)
})

test('no part of an anchor holds half a character', () => {
  fc.assert(
    fc.property(passage, ({ text, a, length }) => {
      const { quote, prefix, suffix, start, end } = describePassage(
        text,
        a,
        Math.min(text.length, a + length),
      )
      for (const part of [quote, prefix, suffix]) expect(part.isWellFormed()).toBe(true)
      expect(text.slice(start, end)).toBe(quote)
      expect(text.slice(0, start).endsWith(prefix)).toBe(true)
      expect(text.slice(end).startsWith(suffix)).toBe(true)
    }),
  )
})

test('a range that is no passage is refused', () => {
  for (const [start, end] of [
    [3, 3],
    [4, 2],
    [-1, 2],
    [0, 99],
  ] as const) {
    expect(() => describePassage('twelve chars', start, end)).toThrow(RangeError)
  }
})

test('code points and UTF-16 offsets convert both ways', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const points = [...text]
      for (let count = 0; count <= points.length; count++) {
        const offset = points.slice(0, count).join('').length
        expect(offsetOfCodePoint(text, count)).toBe(offset)
        expect(codePointsBefore(text, offset)).toBe(count)
      }
    }),
  )
})
