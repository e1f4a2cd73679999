import { describe, expect, it } from 'vitest'
import { estimateSimilarity, exactSimilarity, fingerprintOf, toHashes } from '#engine/compare/fingerprint.ts'
import { edit, makeText } from './texts-of-ours.ts'

function signature(text: string): Uint32Array {
  const blocks = text.split('\n\n').map((each) => ({ kind: 'paragraph' as const, text: each }))
  return toHashes(fingerprintOf({ blocks }).signature)
}

describe('a fingerprint', () => {
  it('is the same for the same words, whatever their case, marks and paragraphs', () => {
    const text = makeText(1)
    expect(signature(text.toUpperCase().replaceAll('.', '!').replaceAll('\n\n', ' '))).toEqual(
      signature(text),
    )
  })

  it('has at most 128 numbers, ascending, and none for a text too short to judge', () => {
    const long = signature(makeText(2, 2_000))
    expect(long).toHaveLength(128)
    expect([...long].toSorted((a, b) => a - b)).toEqual([...long])
    expect(signature('The board met on Tuesday and did not decide.')).toHaveLength(0)
  })

  it.each([0.01, 0.03, 0.1, 0.3])('tells how much two texts share: %f of the words changed', (share) => {
    const errors = Array.from({ length: 20 }, (_, seed) => {
      const text = makeText(seed, 800)
      const other = edit(text, share, seed)
      return estimateSimilarity(signature(text), signature(other)) - exactSimilarity([text], [other])
    })
    const meanSquare = errors.reduce((sum, error) => sum + error * error, 0) / errors.length
    expect(Math.sqrt(meanSquare)).toBeLessThan(0.06)
  })

  it('tells texts apart that share nothing', () => {
    expect(estimateSimilarity(signature(makeText(3, 800)), signature(makeText(4, 800)))).toBeLessThan(0.05)
  })

  it('knows scripts without spaces by their characters', () => {
    const text =
      '港务委员会星期二开会决定旧鱼市场的命运该市场自春季以来一直空置没有人反对这个计划不过两名成员问谁来支付新屋顶的费用'
    const other = text.replace('星期二', '星期三')
    expect(exactSimilarity([text], [text])).toBe(1)
    expect(exactSimilarity([text], [other])).toBeGreaterThan(0.7)
    expect(estimateSimilarity(signature(text), signature(other))).toBeGreaterThan(0.7)
  })
})

describe('Jaccard’s index', () => {
  it('counts runs of five words', () => {
    expect(exactSimilarity(['a b c d e'], ['a b c d e'])).toBe(1)
    expect(exactSimilarity(['a b c d e f'], ['a b c d e g'])).toBeCloseTo(1 / 3)
    expect(exactSimilarity(['a b c d'], ['a b c d'])).toBe(0)
    expect(exactSimilarity([], ['a b c d e'])).toBe(0)
  })

  it('reads over the borders of blocks', () => {
    expect(exactSimilarity(['a b c', 'd e f'], ['a b c d e f'])).toBe(1)
  })
})
