import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roomsOf } from '#renderer/features/annotations/chunks.ts'

test('rooms follow one another without a gap, and what is held or near is made', () => {
  const few = fc.array(fc.nat(60), { maxLength: 5 })
  fc.assert(
    fc.property(fc.nat(3_000), few, few, few, (count, near, parted, places) => {
      const held = places.map((place) => place * 40)
      const rooms = roomsOf(count, new Set(near), new Set(parted), held)
      let next = 0
      for (const { first, count: own } of rooms) {
        expect(first).toBe(next)
        expect(own).toBeGreaterThan(0)
        next += own
      }
      expect(next).toBe(count)
      const made = rooms.filter(({ kind }) => kind === 'cards')
      const isMade = (place: number) =>
        made.some(({ first, count: own }) => place >= first && place < first + own)
      for (const place of [...held, ...near.map((chunk) => chunk * 25)])
        expect(isMade(place)).toBe(place < count)
      expect(new Set(rooms.map(({ kind, index }) => `${kind} ${index}`)).size).toBe(rooms.length)
    }),
  )
})

test('ten thousand cards that nobody is near take few rooms', () => {
  expect(roomsOf(10_000, new Set([0]), new Set([0]), [-1]).length).toBeLessThan(45)
})
