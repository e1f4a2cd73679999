import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CrossreadError } from '#shared/errors.ts'
import { filtersOf, toggleFilter } from '#shared/query/edit.ts'
import { parseQuery } from '#shared/query/parse.ts'
import { printQuery } from '#shared/query/print.ts'
import type { QueryNode } from '#shared/query/tree.ts'

/** A tree without the places of its pieces, as lists that read like the query. */
function shape(query: QueryNode | null): unknown {
  if (query === null) return null
  switch (query.kind) {
    case 'word':
      return query.prefix ? `${query.text}*` : query.text
    case 'phrase':
      return `"${query.text}"`
    case 'regex':
      return `/${query.source}/${query.ignoreCase ? 'i' : ''}`
    case 'field':
      return `${query.field}:${query.value}`
    case 'not':
      return ['not', shape(query.item)]
    case 'near':
      return ['near', query.distance, ...query.items.map(shape)]
    default:
      return [query.kind, ...query.items.map(shape)]
  }
}

test.each<[string, unknown]>([
  ['', null],
  ['  () ', null],
  ['troops', 'troops'],
  ['troops withdraw*', ['and', 'troops', 'withdraw*']],
  ['“10,000 soldiers” -Kyiv', ['and', '"10,000 soldiers"', ['not', 'Kyiv']]],
  ['Kyiv OR Kiev troops', ['or', 'Kyiv', ['and', 'Kiev', 'troops']]],
  ['(Kyiv OR Kiev) troops', ['and', ['or', 'Kyiv', 'Kiev'], 'troops']],
  [
    'troops NEAR/5 "South Korea" NEAR/5 decided now',
    ['and', ['near', 5, 'troops', '"South Korea"', 'decided'], 'now'],
  ],
  ['a NEAR b', ['near', 10, 'a', 'b']],
  ['4 500 June 12 300', ['and', '4 500', 'June', '12', '300']],
  ['author:Solheim Title:"harbour levy"', ['and', 'author:Solheim', 'title:harbour levy']],
  [
    'date:2025-01..2025-06 in:claim has:annotations',
    ['and', 'date:2025-01..2025-06', 'in:claims', 'has:annotation'],
  ],
  ['-tag:old', ['not', 'tag:old']],
  ['/with(draw|drew)/i levy', ['and', '/with(draw|drew)/i', 'levy']],
  ['/a[/]b\\/c/', '/a[/]b\\/c/'],
  ['https://council.example/levy 10:30', ['and', 'https://council.example/levy', '10:30']],
  ['well-known - --a **', ['and', 'well-known', '-', '--a', '**']],
])('%j is read as a tree', (input, expected) => {
  expect(shape(parseQuery(input))).toEqual(expected)
})

test.each([
  ['a "b', 2, 'never closed'],
  ['(a', 0, 'never closed'],
  ['a)', 1, 'no “(”'],
  ['a OR', 2, 'both sides'],
  ['-', -1, ''],
  ['-a', 0, 'besides'],
  ['a -', -1, ''],
  ['foo:bar', 0, 'no field “foo:”'],
  ['author: Solheim', 7, 'needs a value'],
  ['in:books', 3, 'sources, annotations, claims, notes'],
  ['date:May', 5, '2025-05'],
  ['x date:2025-13', 7, '2025-05'],
  ['x /a(/', 2, 'pattern'],
  ['/usr/bin', 0, 'never closed'],
  ['NEAR/3 b', 0, 'both sides'],
  ['a NEAR/3 tag:b', 2, 'both sides'],
])('%j says what is wrong and where', (input, position, message) => {
  const parse = () => parseQuery(input)
  if (position < 0) expect(parse).not.toThrow()
  else {
    expect(parse).toThrow(expect.objectContaining({ code: 'invalid_input', details: { position } }))
    expect(parse).toThrow(message)
  }
})

test('while one types, the last word is a beginning', () => {
  expect(shape(parseQuery('south kor', true))).toEqual(['and', 'south', 'kor*'])
  expect(shape(parseQuery('south kor ', true))).toEqual(['and', 'south', 'kor'])
  expect(shape(parseQuery('a NEAR/2 kor', true))).toEqual(['near', 2, 'a', 'kor*'])
})

const piece = fc.constantFrom(
  ...[
    '"',
    '(',
    ')',
    '-',
    ' ',
    ' OR ',
    'NEAR/3 ',
    'NEAR',
    '*',
    '/',
    '/i',
    '[',
    '\\',
    ':',
    '..',
    '4 500 ',
    '500',
    'May 12 ',
  ],
  ...['author:', 'tag:', 'date:2025', 'in:claims', 'has:tag', 'troops', 'Kyiv', '龍', 'é', '“', '”', '«'],
)
const anyQuery = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
)

test('any string is a query, or a mistake with its place; printing one and reading it again gives the same', () => {
  let read = 0
  fc.assert(
    fc.property(anyQuery, fc.boolean(), (input, asYouType) => {
      try {
        const query = parseQuery(input, asYouType)
        expect(shape(parseQuery(printQuery(query)))).toEqual(shape(query))
        read++
      } catch (error) {
        if (!(error instanceof CrossreadError)) throw error
        expect(error.code).toBe('invalid_input')
        const position = error.details?.position as number
        expect(position).toBeGreaterThanOrEqual(0)
        expect(position).toBeLessThanOrEqual(input.length)
      }
    }),
    { numRuns: 3_000 },
  )
  expect(read).toBeGreaterThan(500)
})

test('a filter is put in and taken out without touching the rest', () => {
  const query = 'troops  "South Korea"'
  const filtered = toggleFilter(query, 'publisher', 'The Aldra Courier')
  expect(filtered).toBe('troops  "South Korea" publisher:"The Aldra Courier"')
  expect(filtersOf(filtered)).toEqual([{ field: 'publisher', value: 'The Aldra Courier' }])
  expect(toggleFilter(filtered, 'publisher', 'the aldra courier')).toBe(query)
  expect(toggleFilter('', 'lang', 'en')).toBe('lang:en')
  expect(toggleFilter('tag:a troops tag:a -tag:b', 'tag', 'a')).toBe('troops -tag:b')
})
