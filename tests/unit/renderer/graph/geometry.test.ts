import { describe, expect, it } from 'vitest'
import {
  bendsOf,
  borderPoint,
  boundsOf,
  distanceTo,
  edgeShape,
  neighbour,
} from '#renderer/features/graph/geometry.ts'
import { textWidth, wrapLabel } from '#renderer/features/graph/words.ts'

const size = { width: 180, height: 52 }

describe('edges', () => {
  const box = (x: number, y: number) => ({ x, y, width: 100, height: 40 })

  it('start and end at the cards, not under them', () => {
    expect(borderPoint(box(0, 0), { x: 200, y: 0 }, 5).x).toBeCloseTo(55)
    expect(borderPoint(box(0, 0), { x: 0, y: -90 }, 0).y).toBeCloseTo(-20)
    expect(edgeShape(box(0, 0), box(300, 0), 0)).toEqual({
      start: { x: 52, y: 0 },
      control: { x: 150, y: 0 },
      end: { x: 244, y: 0 },
      isStraight: true,
      middle: { x: 149, y: 0 },
      arrow: [
        { x: 244, y: 0 },
        { x: 235, y: 4 },
        { x: 235, y: -4 },
      ],
    })
  })

  it('bow apart when they share both ends, whichever way they point', () => {
    const bends = bendsOf([
      { id: '1', from: 'a', to: 'b' },
      { id: '2', from: 'b', to: 'a' },
      { id: '3', from: 'a', to: 'c' },
    ])
    expect(bends.get('3')).toBe(0)
    const forth = edgeShape(box(0, 0), box(300, 0), bends.get('1') ?? 0)
    const back = edgeShape(box(300, 0), box(0, 0), bends.get('2') ?? 0)
    expect(Math.sign(forth.middle.y)).toBe(-Math.sign(back.middle.y))
  })
})

describe('pointing at an edge', () => {
  const box = (x: number, y: number) => ({ x, y, width: 100, height: 40 })

  it('counts from the line that is seen, straight or bowed', () => {
    const straight = edgeShape(box(0, 0), box(400, 0), 0)
    expect(distanceTo(straight, { x: 200, y: 12 })).toBeCloseTo(12)
    expect(distanceTo(straight, { x: 394, y: 5 })).toBeCloseTo(Math.hypot(50, 5))
    const bowed = edgeShape(box(0, 0), box(400, 0), 1)
    expect(distanceTo(bowed, bowed.middle)).toBeLessThan(1)
    expect(distanceTo(bowed, { x: 200, y: 0 })).toBeGreaterThan(30)
  })
})

describe('walking by arrow keys', () => {
  const boxes = [
    { key: 'centre', x: 0, y: 0, ...size },
    { key: 'right', x: 300, y: 20, ...size },
    { key: 'far right', x: 700, y: 0, ...size },
    { key: 'below', x: 10, y: 200, ...size },
  ]
  it('goes to the nearest card in that direction', () => {
    expect(neighbour(boxes, 'centre', 'ArrowRight')?.key).toBe('right')
    expect(neighbour(boxes, 'right', 'ArrowRight')?.key).toBe('far right')
    expect(neighbour(boxes, 'centre', 'ArrowDown')?.key).toBe('below')
    expect(neighbour(boxes, 'centre', 'ArrowUp')).toBeNull()
  })
})

describe('labels and bounds', () => {
  it('wraps whole words and says with an ellipsis that more follows', () => {
    expect(wrapLabel('short', 20, 2)).toEqual(['short'])
    expect(wrapLabel('one two three four', 9, 2)).toEqual(['one two', 'three fo…'])
    expect(wrapLabel('unbreakableword', 6, 2)).toEqual(['unbre…'])
    expect(wrapLabel('', 6, 2)).toEqual([''])
  })

  it('measures letters, and breaks writing that has no spaces anywhere', () => {
    const lines = wrapLabel('首尔市议会提高了港口税并推迟了关于渡轮的决定', 100, 2, textWidth)
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(110)
    expect(lines[1]).toMatch(/…$/)
    expect(wrapLabel('WWWWWWWWWW', 60, 1, textWidth)[0]?.length).toBeLessThan(
      wrapLabel('iiiiiiiiiiiiiiiiiiii', 60, 1, textWidth)[0]?.length ?? 0,
    )
  })

  it('holds all boxes', () => {
    expect(boundsOf([{ x: 0, y: 0, width: 10, height: 10 }], 5)).toMatchObject({
      left: -10,
      top: -10,
      width: 20,
      height: 20,
    })
  })
})
