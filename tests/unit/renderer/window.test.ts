import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readRemembered, toRemember } from '#renderer/app/remembered.ts'
import { readState } from '#renderer/state/progress.ts'
import { registerReader } from '#renderer/state/readers.ts'
import { toggleCount, toggleLane, useTimelinePlace } from '#renderer/state/timelinePlace.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { ObjectRef } from '#shared/model.ts'

// Node has no storage of a browser's; what the window keeps in it is not what is tested here.
vi.hoisted(() => {
  const kept = new Map<string, string>()
  Object.defineProperty(globalThis, 'localStorage', {
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  })
})

const at = () => useWindow.getState()
const source = (id: string): ObjectRef => ({ kind: 'source', id })
const note: ObjectRef = { kind: 'note', id: 'n' }
const open = () => at().tabs.open.map(({ object, own }) => `${object.id}${own ? '' : '*'}`)

beforeEach(() => at().forgetPlaces())

/** A text that stands in a pane, scrolled to where the test says. */
function reading(id: string, offset: number, pane: 'main' | 'beside' = 'main'): { offset: number } {
  const place = { offset }
  registerReader(pane, { sourceId: id, top: () => place.offset })
  return place
}

describe('back and forward', () => {
  test('come back to where one read', () => {
    at().openSource('a')
    const place = reading('a', 0)
    place.offset = 700
    at().openSource('b')
    reading('b', 40)
    at().back()
    expect(at().object).toEqual(source('a'))
    expect(at().target).toMatchObject({ start: 700, show: 'resume' })
    reading('a', 700)
    at().forward()
    expect(at().sourceId).toBe('b')
    expect(at().target).toMatchObject({ start: 40, show: 'resume' })
  })

  test('a jump in the same text is a step, and reading on there is none', () => {
    at().openSource('a')
    const place = reading('a', 120)
    at().openSource('a', { start: 900, end: 910 })
    expect(at().target).toMatchObject({ start: 900, show: 'middle' })
    place.offset = 950
    at().openSource('a')
    expect(at().trail.past).toHaveLength(2)
    at().back()
    expect(at().target).toMatchObject({ start: 120, show: 'resume' })
  })

  test('give an object whose tab was closed its tab back', () => {
    at().openSource('a', undefined, { own: true })
    at().openSource('b', undefined, { own: true })
    at().closeTab(source('b'))
    expect(at().object).toEqual(source('a'))
    at().back()
    expect(at().object).toEqual(source('b'))
    expect(open()).toEqual(['a', 'b*'])
  })

  test('a tab reads on where it was left', () => {
    at().openSource('a', undefined, { own: true })
    reading('a', 333)
    at().openTab(note, { own: true })
    at().openTab(source('a'))
    expect(at().target).toMatchObject({ start: 333, show: 'resume' })
  })
})

describe('two panes', () => {
  test('the source that keys are about is that of the pane in hand, or else of the other', () => {
    at().openSource('a')
    at().openBeside(source('b'))
    expect(at().sourceId).toBe('a')
    at().setPane('beside')
    expect(at().sourceId).toBe('b')
    at().openBeside(note)
    at().setPane('beside')
    expect(at().sourceId).toBe('a')
    at().openTab(note)
    at().openBeside(source('b'))
    expect(at().sourceId).toBe('b')
  })

  test('a jump goes to the pane in which the source stands', () => {
    at().openSource('a')
    at().openBeside(source('b'))
    at().openSource('b', { start: 5, end: 9 })
    expect(at().object).toEqual(source('a'))
    expect(at().besideTarget).toMatchObject({ start: 5, end: 9 })
    expect(at().pane).toBe('beside')
    at().openSource('a', { start: 1, end: 2 })
    expect(at().target).toMatchObject({ start: 1 })
    expect(at().pane).toBe('main')
  })

  test('both sides change places', () => {
    at().openSource('a')
    at().openBeside(note)
    at().swapPanes()
    expect(at().object).toEqual(note)
    expect(at().beside).toEqual(source('a'))
  })
})

test('what was deleted is left: its tab, its place, its pane, its steps', () => {
  for (const id of ['a', 'b', 'c']) at().openSource(id, undefined, { own: true })
  at().openBeside(source('b'))
  at().select(source('c'))
  at().forget(({ id }) => id === 'b' || id === 'c')
  expect(open()).toEqual(['a'])
  expect(at().object).toEqual(source('a'))
  expect(at().beside).toBeNull()
  expect(at().selection).toBeNull()
  at().back()
  expect(at().object).toEqual(source('a'))
})

test('a window is taken up as it was left, without what is gone since', () => {
  at().openSource('a', undefined, { own: true })
  at().openTab(note, { own: true })
  at().openSource('gone', undefined, { own: true })
  at().openSource('b')
  at().openBeside(source('a'))
  const written = JSON.parse(JSON.stringify(toRemember()))
  const read = readRemembered(written, ({ id }) => id !== 'gone')
  expect(read.place.object).toEqual(source('b'))
  expect(read.tabs.open).toEqual([
    { object: source('a'), own: true },
    { object: note, own: true },
    { object: source('b'), own: false },
  ])
  expect(read.beside).toEqual(source('a'))
})

test('what an earlier version kept, and nonsense, are understood as far as they go', () => {
  const early = readRemembered({ view: 'claims', sourceId: 'a', claimId: 'c' }, () => true)
  expect(early.place).toMatchObject({ view: 'claims', object: source('a'), claimId: 'c' })
  expect(early.tabs.open).toEqual([{ object: source('a'), own: false }])
  const nonsense = readRemembered(
    { tabs: [1, { kind: 'x', id: 2 }], view: 'nowhere', layouts: 7 },
    () => true,
  )
  expect(nonsense.place).toMatchObject({ view: 'read', object: null })
  expect(nonsense.tabs.open).toEqual([])
})

test.each([
  [undefined, 'unread'],
  [0, 'unread'],
  [0.001, 1],
  [0.404, 40],
  [0.98, 'read'],
])('a share of %s read is %s', (share, state) => {
  expect(readState(share)).toBe(state)
})

test('another notebook has nothing of where one stood on the timeline of the last', () => {
  const before = useTimelinePlace.getState()
  toggleLane('event')
  toggleCount('count 1 2')
  const seen = { notebook: 'n', start: 1, daysPerPixel: 2 }
  useTimelinePlace.setState({ claimId: 'c', only: true, undatedOpen: true, seen })
  at().forgetPlaces()
  expect(useTimelinePlace.getState()).toEqual(before)
  expect(before).toMatchObject({ folded: [], seen: null })
})
