import { describe, expect, test } from 'vitest'
import {
  forgotten,
  moved,
  neighbour,
  noTabs,
  reopened,
  stepped,
  type Tabs,
  withoutTab,
  withTab,
} from '#renderer/state/tabs.ts'
import type { ObjectRef } from '#shared/model.ts'

const source = (id: string): ObjectRef => ({ kind: 'source', id })
const [a, b, c, d] = [source('a'), source('b'), source('c'), source('d')] as const

/** As `a b* c`: a star is a tab that the next object takes. */
function written({ open }: Tabs): string {
  return open.map(({ object, own }) => `${object.id}${own ? '' : '*'}`).join(' ')
}

function tabsOf(...own: ObjectRef[]): Tabs {
  return own.reduce((tabs, object) => withTab(tabs, own.at(-1) ?? null, object, true), noTabs)
}

describe('opening', () => {
  test('what is only looked at takes the place of what was looked at before', () => {
    const first = withTab(noTabs, null, a, false)
    expect(written(first)).toBe('a*')
    expect(written(withTab(first, a, b, false))).toBe('b*')
  })

  test('a tab of its own stands behind the active one and stays', () => {
    const two = withTab(tabsOf(a, b), a, c, true)
    expect(written(two)).toBe('a c b')
    expect(written(withTab(two, c, d, false))).toBe('a c d* b')
  })

  test('an object has one tab, which becomes its own and does not cease to be', () => {
    const passing = withTab(tabsOf(a), a, b, false)
    expect(withTab(passing, b, a, false)).toBe(passing)
    expect(written(withTab(passing, b, b, true))).toBe('a b')
    expect(written(withTab(withTab(passing, b, b, true), b, b, false))).toBe('a b')
  })
})

describe('closing', () => {
  test('the next tab is shown, or the one before the last', () => {
    expect(neighbour(tabsOf(a, b, c), b)).toEqual(c)
    expect(neighbour(tabsOf(a, b, c), c)).toEqual(b)
    expect(neighbour(tabsOf(a), a)).toBeNull()
    expect(neighbour(tabsOf(a, b, c), b, ({ id }) => id === 'c')).toEqual(a)
  })

  test('closed tabs come back, the last one first, where they stood', () => {
    const closed = withoutTab(withoutTab(tabsOf(a, b, c), a), c)
    expect(written(closed)).toBe('b')
    const once = reopened(closed)
    expect(once?.object).toEqual(c)
    expect(once && written(once.tabs)).toBe('b c')
    const twice = once && reopened(once.tabs)
    expect(twice && written(twice.tabs)).toBe('a b c')
    expect(twice && reopened(twice.tabs)).toBeNull()
  })

  test('one that was opened again meanwhile is not opened twice', () => {
    const again = withTab(withoutTab(tabsOf(a, b), a), b, a, false)
    const back = reopened(again)
    expect(back && written(back.tabs)).toBe('b a')
  })

  test('what was deleted is neither open nor to be opened again', () => {
    const tabs = withoutTab(tabsOf(a, b, c), a)
    const left = forgotten(tabs, ({ id }) => id === 'a' || id === 'b')
    expect(written(left)).toBe('c')
    expect(reopened(left)).toBeNull()
    expect(forgotten(left, () => false)).toBe(left)
  })
})

test('tabs are moved before the one that stands at a place', () => {
  expect(written(moved(tabsOf(a, b, c), a, 2))).toBe('b a c')
  expect(written(moved(tabsOf(a, b, c), c, 0))).toBe('c a b')
  expect(written(moved(tabsOf(a, b, c), a, 3))).toBe('b c a')
  expect(written(moved(tabsOf(a, b, c), b, 1))).toBe('a b c')
})

test('stepping goes round at the ends', () => {
  const tabs = tabsOf(a, b, c)
  expect(stepped(tabs, c, 1)).toEqual(a)
  expect(stepped(tabs, a, -1)).toEqual(c)
  expect(stepped(tabs, null, 1)).toEqual(a)
  expect(stepped(noTabs, null, 1)).toBeNull()
})
