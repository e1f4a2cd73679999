import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexesIn } from '#renderer/features/matrix/useGridWindow.ts'
import { movePlace } from '#renderer/features/matrix/walk.ts'

describe('movePlace', () => {
  const move = (row: number, column: number, key: string, whole = false) =>
    movePlace({ row, column }, key, whole, { rows: 30, columns: 2, page: 12 })

  it('walks cells and both heads, and stops at the edges', () => {
    expect(move(0, 0, 'ArrowUp')).toEqual({ row: -1, column: 0 })
    expect(move(0, 0, 'ArrowLeft')).toEqual({ row: 0, column: -1 })
    expect(move(29, 1, 'ArrowRight')).toEqual({ row: 29, column: 1 })
    expect(move(29, 1, 'ArrowDown')).toEqual({ row: 29, column: 1 })
    expect(move(3, 1, 'PageDown')).toEqual({ row: 15, column: 1 })
    expect(move(3, 1, 'End', true)).toEqual({ row: 29, column: 1 })
  })

  it('never enters the empty corner', () => {
    expect(move(0, -1, 'ArrowUp')).toEqual({ row: 0, column: -1 })
    expect(move(-1, 0, 'ArrowLeft')).toEqual({ row: -1, column: 0 })
    expect(move(2, 1, 'Home', true)).toEqual({ row: -1, column: 0 })
    expect(move(2, -1, 'PageUp')).toEqual({ row: 0, column: -1 })
  })

  it('leaves other keys alone', () => {
    expect(move(0, 0, 'a')).toBeNull()
  })
})

it('draws what is in sight, once each and in order, and what has to be there', () => {
  const index = fc.integer({ min: -1, max: 40 })
  fc.assert(
    fc.property(fc.nat(30), fc.nat(10), index, (first, count, also) => {
      const drawn = indexesIn(first, first + count, also)
      const due = Array.from({ length: count }, (_, at) => first + at)
      expect(drawn).toEqual([...new Set(also < 0 ? due : [...due, also])].sort((a, b) => a - b))
    }),
  )
})
