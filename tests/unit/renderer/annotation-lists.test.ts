import { expect, test } from 'vitest'
import { sorted, type Words } from '#renderer/features/annotationTable/columns.ts'
import { asMarkdown } from '#renderer/features/annotationTable/exports.ts'
import { everything, type Filter, filtered, type Surroundings } from '#renderer/objects/annotations/filter.ts'
import { type Annotation, colours } from '#shared/model.ts'
import { plainToRichText } from '#shared-editor/text.ts'

const annotation = (id: string, more: Partial<Annotation>): Annotation => ({
  id,
  sourceId: 's1',
  start: 0,
  end: 5,
  quote: 'Words',
  prefix: '',
  suffix: '',
  state: 'exact',
  author: null,
  colour: 'yellow',
  comment: null,
  commentText: '',
  tags: [],
  links: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
})

const all = [
  annotation('a', { quote: 'The café at noon', colour: 'red', tags: ['Places'], author: 'Ann' }),
  annotation('b', { quote: '10 ships', commentText: 'Where?', links: 2, sourceId: 's2' }),
  annotation('c', { quote: '9 ships', colour: 'grey', links: 1, createdAt: '2025-12-31T23:00:00.000Z' }),
]
const relations = new Map([['b', new Set(['supports'])]])
const around: Surroundings = {
  relationsOf: (id) => relations.get(id) ?? new Set(),
  titleOf: (id) => (id === 's2' ? 'Harbour news' : 'Café news'),
}
const words: Words = {
  colour: ({ colour }) => colour,
  source: ({ sourceId }) => around.titleOf(sourceId),
  author: ({ author }) => author ?? '',
  date: (iso) => iso,
}
const pass = (filter: Partial<Filter>, keep: string | null = null) =>
  filtered(all, { ...everything, ...filter }, around, keep).map(({ id }) => id)

test('filters hold together, and words are found without regard to accents, wherever they stand', () => {
  expect(pass({})).toEqual(['a', 'b', 'c'])
  expect(pass({ text: 'CAFE noon' })).toEqual(['a'])
  expect(pass({ text: 'harbour where' })).toEqual(['b'])
  expect(pass({ text: 'places' })).toEqual(['a'])
  expect(pass({ colours: ['red', 'grey'] })).toEqual(['a', 'c'])
  expect(pass({ colours: ['red'], tag: 'Places', author: 'by:Ann' })).toEqual(['a'])
  expect(pass({ author: 'mine', sourceId: 's1' })).toEqual(['c'])
  expect(pass({ relation: 'any' })).toEqual(['b', 'c'])
  expect(pass({ relation: 'none' })).toEqual(['a'])
  expect(pass({ relation: 'id:supports' })).toEqual(['b'])
  expect(pass({ text: 'nowhere' }, 'c')).toEqual(['c'])
})

test('columns sort as people order what is in them, and what is empty comes last', () => {
  const by = (column: Parameters<typeof sorted>[1]) => sorted(all, column, words, colours).map(({ id }) => id)
  expect(by(null)).toEqual(['a', 'b', 'c'])
  expect(by({ column: 'quote', descending: false })).toEqual(['c', 'b', 'a'])
  expect(by({ column: 'colour', descending: false })).toEqual(['b', 'a', 'c'])
  expect(by({ column: 'links', descending: true })).toEqual(['b', 'c', 'a'])
  expect(by({ column: 'comment', descending: false })).toEqual(['b', 'a', 'c'])
  expect(by({ column: 'comment', descending: true })).toEqual(['b', 'a', 'c'])
  expect(by({ column: 'created', descending: false })).toEqual(['c', 'a', 'b'])
})

test('as Markdown each quote has its source, comment and tags', () => {
  const one = annotation('d', {
    quote: 'Two\nlines',
    comment: plainToRichText('Who says?'),
    tags: ['to check'],
  })
  expect(asMarkdown([one], words)).toBe('> Two\n>\n> lines\n>\n> — Café news\n\nWho says?\n\n#to-check\n')
})
