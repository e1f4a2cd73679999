import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMarks } from '#engine/search/marks.ts'
import { planQuery } from '#engine/search/plan.ts'
import { indexTerms, tokenize } from '#engine/search/tokenizer.ts'
import { migrations } from '#engine/store/migrations/migrations.ts'
import { CrossreadError } from '#shared/errors.ts'
import { parseQuery } from '#shared/query/parse.ts'

/** Exact queries ask no notebook. */
/** A notebook without sources. */
const nowhere = new Database(':memory:')
for (const sql of migrations) nowhere.exec(sql)

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
    // Letters that Unicode takes apart into a space and a mark.
    { examples: [['\u037a'], ['a\u037a b'], ['\ufe70 \ufe7f']] },
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

/** What a query without fields is to FTS5, without word forms. */
function matchOf(input: string): string | null {
  const query = parseQuery(input)
  return query === null ? null : planQuery(query, { db: nowhere, stems: null }, true).match
}

test.each([
  ['4 500', '"4500"'],
  ['troops 4 500 -28 500', '(("troops" AND "4500") NOT ("28500"))'],
  ['(Kyiv OR Kiev) U.S.', '(("kyiv" OR "kiev") AND "us")'],
  ['"10,000 soldiers" NEAR/4 left', 'NEAR("10000 soldiers" "left", 4)'],
  ['withd* "', null],
  ['-- ! troops', '"troops"'],
])('the words of the query %j', (input, expected) => {
  if (expected === null) expect(() => matchOf(input)).toThrow(CrossreadError)
  else expect(matchOf(input)).toBe(expected)
})

test('a query may be long, and as deep as is allowed', () => {
  const db = new Database(':memory:')
  db.exec("CREATE VIRTUAL TABLE t USING fts5 (terms, content = '', contentless_delete = 1)")
  const statement = db.prepare('SELECT count(*) AS n FROM t WHERE t MATCH ?')
  const many = (sign: string) => Array.from({ length: 500 }, (_, index) => `${sign}w${index}`)
  const nested = (depth: number, open: string) => `${open.repeat(depth)}a${')'.repeat(depth)}`
  const inputs = [`a ${many('-').join(' ')}`, many('').join(' '), many('').join(' OR ')]
  for (const open of ['(', 'b (', 'b OR (', 'b -(', 'c OR b d -(', 'c OR -(a OR b) d -('])
    inputs.push(nested(8, open))
  for (const input of inputs) expect(statement.get(matchOf(input))).toEqual({ n: 0 })
  db.close()
})

test('marks are the words that were looked for, phrases only as a whole', () => {
  const text = 'The U.S. has 4,500 troops; US troops, withdrawn.'
  const marked = (query: string, asYouType = false) => {
    const parsed = parseQuery(query, asYouType)
    if (parsed === null) return []
    const { phrases, patterns } = planQuery(parsed, { db: nowhere, stems: null }, true)
    return findMarks(text, phrases, patterns).map(([start, end]) => text.slice(start, end))
  }
  expect(marked('us')).toEqual(['U.S', 'US'])
  expect(marked('4500')).toEqual(['4,500'])
  expect(marked('"us troops"')).toEqual(['US troops'])
  expect(marked('withd')).toEqual([])
  expect(marked('withd', true)).toEqual(['withdrawn'])
  expect(marked('/t\\w+s/')).toEqual(['troops', 'troops'])
  expect(marked('withd*')).toEqual(['withdrawn'])
})
