import fc from 'fast-check'
import { expect, it } from 'vitest'
import { partInSight } from '#renderer/features/graph/draw/seen.ts'
import { distanceTo, edgeShape } from '#renderer/features/graph/geometry.ts'

const seen = { left: 0, top: 0, right: 400, bottom: 300 }
const place = fc.record({
  x: fc.integer({ min: -2_000, max: 2_000 }),
  y: fc.integer({ min: -2_000, max: 2_000 }),
})

it('what is drawn of an edge lies on it, and nothing in sight of it is left out', () => {
  fc.assert(
    fc.property(
      place,
      place,
      fc.constantFrom(-1, -0.5, 0, 0.5, 1),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (a, b, bend, t) => {
        const size = { width: 204, height: 52 }
        const shape = edgeShape({ ...a, ...size }, { ...b, ...size }, bend)
        const part = partInSight(shape, seen, 12)
        for (const point of part ?? []) expect(distanceTo(shape, point)).toBeLessThan(8)
        const u = 1 - t
        const x = u * u * shape.start.x + 2 * u * t * shape.control.x + t * t * shape.end.x
        const y = u * u * shape.start.y + 2 * u * t * shape.control.y + t * t * shape.end.y
        const isInside = x > 8 && x < 392 && y > 8 && y < 292
        if (!isInside) return
        expect(part).not.toBeNull()
        const near = (part ?? []).some((from, i) => {
          const to = part?.[i + 1]
          return (
            to !== undefined && distanceTo({ ...shape, start: from, end: to, isStraight: true }, { x, y }) < 8
          )
        })
        expect(near).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})

it('begins where a dash begins', () => {
  const shape = edgeShape(
    { x: -1_000, y: 100, width: 10, height: 10 },
    { x: 1_000, y: 100, width: 10, height: 10 },
    0,
  )
  const [from, to] = partInSight(shape, seen, 12) ?? []
  expect(from?.x).toBeLessThanOrEqual(0)
  expect(from?.x).toBeGreaterThan(-12)
  expect(((from?.x ?? 0) - shape.start.x) / 12).toBeCloseTo(Math.round(((from?.x ?? 0) - shape.start.x) / 12))
  expect(to?.x).toBe(400)
})
