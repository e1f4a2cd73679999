import { expect, test } from 'vitest'
import { startTrail, stepBack, stepForward, visit } from '#renderer/state/trail.ts'

const same = (a: string, b: string): boolean => a === b

test('back and forward retrace the way', () => {
  const there = visit(visit(startTrail('a'), 'b', same), 'c', same)
  const back = stepBack(stepBack(there))
  expect(back.here).toBe('a')
  expect(stepForward(back).here).toBe('b')
  expect(stepForward(stepForward(back))).toEqual(there)
})

test('a new way forgets the one not taken', () => {
  const turned = visit(stepBack(visit(startTrail('a'), 'b', same)), 'c', same)
  expect(turned).toEqual({ past: ['a'], here: 'c', future: [] })
})

test('going where one stands is no step', () => {
  expect(visit(startTrail('a'), 'a', same).past).toEqual([])
})

test('the ends of the trail hold', () => {
  expect(stepBack(startTrail('a'))).toEqual(startTrail('a'))
  expect(stepForward(startTrail('a'))).toEqual(startTrail('a'))
})
