import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMarks } from '#engine/search/marks.ts'
import { parseQuery, toMatchExpression } from '#engine/search/query.ts'
import { indexTerms, tokenize } from '#engine/search/tokenizer.ts'
import { CrossreadError } from '#shared/errors.ts'

const terms = (text: string) => tokenize(text).map((token) => token.term)

test.each([
  ['4,500 troops; 4.500 4 500 28,500-strong', ['4500', 'troops', '4500', '4500', '28500', 'strong']],
  ['in 2019 100 people, 2,000km', ['in', '2019', '100', 'people', '2000', 'km']],
  [
    'June 12 300 soldiers, on Oct. 3 200 more',
    ['june', '12', '300', 'soldiers', 'on', 'oct', '3', '200', 'more'],
  ],
  ['4,500 300 soldiers, 1 234 567', ['4500', '300', 'soldiers', '1234567']],
  ['dismay 12 300, June 120 300', ['dismay', '12300', 'june', '120300']],
  ['a.𝐛 4,12𝟑 a.b.𝐜', ['a', 'b', '4', '123', 'ab', 'c']],
  ['U.S.-South Korea’s, don’t, O’Neill, e.g.', ['us', 'south', 'korea', 'dont', 'oneill', 'eg']],
  ['Straße café NAÏVE', ['strasse', 'cafe', 'naive']],
  ['龍應台 한국', ['龍', '應', '台', '한', '국']],
  ['ภาษาไทยง่าย', ['ภาษา', 'ไทย', 'ง่าย']],
  ['हिन्दी', ['हिन्दी']],
  ['ＡＢＣ１２３', ['abc123']],
])('the words of %j', (text, expected) => {
  expect(terms(text)).toEqual(expected)
})

const pieces = fc
  .array(fc.constantFrom('a.', '𝐛', '𝟑', '4', '12', '.', ',', ' ', '500', 'May ', '’s', '龍', 'ไ'))
  .map((parts) => parts.join(''))

test('tokens stand where they say, in order, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), pieces), (text) => {
      let last = 0
      for (const { term, start, end } of tokenize(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(term).not.toMatch(/[\s"]/)
        if (text.isWellFormed()) expect(term.isWellFormed()).toBe(true)
        last = end
      }
    }),
  )
})

test('the index holds just the terms that the tokenizer finds, whatever the text', () => {
  const db = new Database(':memory:')
  db.exec(`
    CREATE VIRTUAL TABLE t USING fts5 (terms, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'");
    CREATE VIRTUAL TABLE vocabulary USING fts5vocab (t, instance);
  `)
  const insert = db.prepare('INSERT INTO t (rowid, terms) VALUES (1, ?)')
  const vocabulary = db.prepare('SELECT term FROM vocabulary ORDER BY offset').pluck()
  const indexed = (text: string) => {
    db.exec('DELETE FROM t')
    insert.run(text)
    return vocabulary.all()
  }
  const piece = fc.constantFrom(
    "don't ",
    'U.S. ',
    '4,500',
    ' 500',
    'May ',
    'a.',
    '𝐛',
    '𝟑',
    'Kyiv’s ',
    'é',
    '\u0301',
    'ß',
    '龍',
    'ไทย',
    '-',
    '_',
    '½',
    'x.y',
    'Ａ',
    '😀',
    'ʼ',
    "'",
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (sample) => {
      expect(indexed(indexTerms(sample))).toEqual(indexed(terms(sample).join(' ')))
    }),
    { numRuns: 1000 },
  )
  db.close()
})

test('any string is a query or a mistake with its place, and never a mistake of FTS5', () => {
  const db = new Database(':memory:')
  db.exec("CREATE VIRTUAL TABLE t USING fts5 (terms, content = '', contentless_delete = 1)")
  const statement = db.prepare('SELECT count(*) AS n FROM t WHERE t MATCH ?')
  const piece = fc.constantFrom(
    '"',
    '(',
    ')',
    '-',
    'OR',
    'AND',
    'NOT',
    'NEAR',
    '*',
    ' ',
    'a',
    'troops',
    '4,500',
    ':',
    '^',
    '+',
    '龍',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (input) => {
        try {
          const query = parseQuery(input, true)
          if (query !== null) expect(statement.get(toMatchExpression(query))).toEqual({ n: 0 })
        } catch (error) {
          if (!(error instanceof CrossreadError)) throw error
          expect(error.code).toBe('invalid_input')
          const position = error.details?.position as number
          expect(position).toBeGreaterThanOrEqual(0)
          expect(position).toBeLessThanOrEqual(input.length)
        }
      },
    ),
    { numRuns: 500 },
  )
  db.close()
})

test.each([
  ['4 500', ['4500']],
  ['troops 4 500 -28 500', ['troops', '4500', '-28500']],
  ['(1 234 567) 12 3000', ['1234567', '12', '3000']],
  ['June 12 300 soldiers', ['june', '12', '300', 'soldiers']],
])('the words of the query %j', (input, expected) => {
  const query = parseQuery(input)
  const all = query?.kind === 'and' ? query.all : [query]
  const none = query?.kind === 'and' ? query.none : []
  const words = (found: (typeof all)[number]) => (found?.kind === 'phrase' ? found.terms : [])
  expect([...all.flatMap(words), ...none.flatMap(words).map((word) => `-${word}`)]).toEqual(expected)
})

test('a query may be long, and as deep as is allowed; deeper says where', () => {
  const db = new Database(':memory:')
  db.exec("CREATE VIRTUAL TABLE t USING fts5 (terms, content = '', contentless_delete = 1)")
  const statement = db.prepare('SELECT count(*) AS n FROM t WHERE t MATCH ?')
  const many = (sign: string) => Array.from({ length: 500 }, (_, index) => `${sign}w${index}`)
  const nested = (depth: number, open: string) => `${open.repeat(depth)}a${')'.repeat(depth)}`
  const inputs = [`a ${many('-').join(' ')}`, many('').join(' '), many('').join(' OR ')]
  for (const open of ['(', 'b (', 'b OR (', 'b -(', 'c OR b d -(', 'c OR -(a OR b) d -('])
    inputs.push(nested(8, open))
  for (const input of inputs) {
    const query = parseQuery(input)
    expect(query === null ? null : statement.get(toMatchExpression(query))).toEqual({ n: 0 })
  }
  for (const depth of [9, 60, 4_000]) {
    const error = (() => {
      try {
        return parseQuery(nested(depth, '('))
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toMatchObject({ code: 'invalid_input', details: { position: 8 } })
  }
  db.close()
})

test('marks are the words that were looked for, phrases only as a whole', () => {
  const text = 'The U.S. has 4,500 troops; US troops, withdrawn.'
  const marked = (query: string, asYouType = false) => {
    const parsed = parseQuery(query, asYouType)
    const phrases = parsed?.kind === 'phrase' ? [parsed] : []
    return findMarks(text, phrases).map(([start, end]) => text.slice(start, end))
  }
  expect(marked('us')).toEqual(['U.S', 'US'])
  expect(marked('4500')).toEqual(['4,500'])
  expect(marked('"us troops"')).toEqual(['US troops'])
  expect(marked('withd')).toEqual([])
  expect(marked('withd', true)).toEqual(['withdrawn'])
  expect(marked('withd*')).toEqual(['withdrawn'])
})
