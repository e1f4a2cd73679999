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
