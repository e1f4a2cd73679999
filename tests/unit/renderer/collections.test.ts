import { expect, test } from 'vitest'
import { freeName, linesFor, treeOf } from '#renderer/features/collections/tree.ts'
import { collectionNames, collectionsWithin, sourcesWithin } from '#shared/collections.ts'
import type { Collection } from '#shared/model.ts'

function collection(id: string, name: string, parentId: string | null, sourceIds: string[] = []): Collection {
  return { id, name, parentId, sources: sourceIds.length, sourceIds }
}

// The inner ones come first: nothing says that a list of them is in order.
const all = [
  collection('3', 'Ferries 10', '2', ['a', 'b']),
  collection('2', 'Northern Sound', '1', ['b', 'c']),
  collection('1', 'Europe', null),
  collection('4', 'Ferries 9', '2'),
  collection('5', 'Élan', null, ['d']),
  collection('6', 'ferries 10', '5', ['a']),
]

test('collections stand in each other by name, and count what is inside once', () => {
  expect(treeOf(all)).toMatchObject([
    { collection: { id: '5' }, sources: 2, children: [{ collection: { id: '6' } }] },
    {
      collection: { id: '1' },
      sources: 3,
      children: [
        {
          collection: { id: '2' },
          sources: 3,
          children: [{ collection: { id: '4' }, sources: 0 }, { collection: { id: '3' } }],
        },
      ],
    },
  ])
  expect([...collectionsWithin(all, '1')].sort()).toEqual(['1', '2', '3', '4'])
  expect([...sourcesWithin(all, '2')].sort()).toEqual(['a', 'b', 'c'])
})

test('a collection is named by where it stands only where its name is not enough', () => {
  const names = collectionNames(all)
  expect([...names.values()]).toEqual([
    'Europe/Northern Sound/Ferries 10',
    'Northern Sound',
    'Europe',
    'Ferries 9',
    'Élan',
    'Élan/ferries 10',
  ])
})

test('a collection is found by the words of its name and of those around it', () => {
  const found = (text: string) => linesFor(all, text, ['a', 'c']).map(({ collection: { id } }) => id)
  expect(found('')).toEqual(['5', '6', '1', '2', '4', '3'])
  expect(found('elan ferr')).toEqual(['6'])
  expect(found('north 10')).toEqual(['3'])
  expect(linesFor(all, 'north 10', ['a', 'c'])).toMatchObject([
    { around: ['Europe', 'Northern Sound'], holds: 1 },
  ])
})

test('a new name is one that nothing beside it has', () => {
  expect(freeName('New', ['Old'])).toBe('New')
  expect(freeName('New', ['new', 'NEW 2'])).toBe('New 3')
})
