import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chainByAgreement,
  majorityOf,
  type Stances,
  similarity,
  stancesOf,
  weigh,
} from '#renderer/features/matrix/stances.ts'
import { cell, relations, source } from './matter.ts'

describe('what sources say together', () => {
  const weights = weigh(
    [
      cell('c1', 'a', { a: 3 }),
      cell('c1', 'b', { a: 1 }),
      cell('c1', 'c', { b: 1 }),
      cell('c2', 'a', { a: 1, b: 3 }),
      cell('c3', 'a', { c: 5 }),
    ],
    relations,
  )

  it('is the mean of their voices, however often one was printed', () => {
    const together = stancesOf([source('a', 'o'), source('b', 'o'), source('c', 'p')], weights)
    expect([...together]).toEqual([
      ['c1', 0],
      ['c2', -0.5],
    ])
  })

  it('leaves out what takes no stance', () => {
    expect(stancesOf([source('a', 'o')], weights).has('c3')).toBe(false)
  })
})

const stances: fc.Arbitrary<Stances> = fc
  .dictionary(fc.constantFrom('c1', 'c2', 'c3', 'c4'), fc.constantFrom(1, -1))
  .map((said) => new Map(Object.entries(said)))

describe('the order by agreement', () => {
  const chain = (items: Stances[]) => chainByAgreement(items, (item) => item, majorityOf(items))

  it('keeps everybody, sets those that say the same side by side, and the silent last', () => {
    fc.assert(
      fc.property(fc.array(stances, { maxLength: 12 }), (items) => {
        const ordered = chain(items)
        expect(new Set(ordered)).toEqual(new Set(items))
        expect(ordered).toHaveLength(items.length)
        const names = ordered.map((said) => JSON.stringify([...said].sort()))
        // Where a name stands again, nothing else stands between.
        for (const [index, name] of names.entries()) {
          expect(names.slice(names.indexOf(name), index + 1).every((each) => each === name)).toBe(true)
        }
        const silent = ordered.findIndex(({ size }) => size === 0)
        if (silent >= 0) expect(ordered.slice(silent).every(({ size }) => size === 0)).toBe(true)
      }),
    )
  })

  it('begins with the majority and ends with those who deny it', () => {
    const says = (one: number, two: number): Stances =>
      new Map([
        ['c1', one],
        ['c2', two],
      ])
    const denies = says(-1, -1)
    const agrees = says(1, 1)
    const halfway = says(1, -1)
    expect(
      chain([denies, halfway, agrees, says(1, 1), says(1, 1)]).map((said) => [...said.values()]),
    ).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, -1],
      [-1, -1],
    ])
  })

  it('measures by the angle between stances', () => {
    fc.assert(
      fc.property(stances, stances, (a, b) => {
        expect(similarity(a, b)).toBeCloseTo(similarity(b, a))
        expect(Math.abs(similarity(a, b))).toBeLessThanOrEqual(1 + 1e-9)
        if (a.size > 0) expect(similarity(a, a)).toBeCloseTo(1)
      }),
    )
  })
})
