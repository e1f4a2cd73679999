import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CrossreadError } from '#shared/errors.ts'
import type { SearchResult } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
const ids: Record<string, string> = {}

const articles = {
  levy: 'Harbour levy splits the islands\n\nThe council withdrew its promise. The harbour master defends the levy of 4,500 crowns.\n\nNobody asked the fishermen of Kyiv Street.',
  fleet:
    'Fleet to withdraw from the bay\n\nThe navy will withdraw 10,000 sailors, the minister said on Friday.\n\nTwo of the ships stay behind in the harbour.',
  weather:
    'Storm expected\n\nThe withdrawal of the ice surprised the harbour pilots. U.S. forecasters warned.',
}

beforeAll(async () => {
  notebook = await testNotebook()
  for (const [name, text] of Object.entries(articles)) {
    const { lines } = await notebook.importPaths([await notebook.file(`${name}.txt`, text)])
    ids[name] = lines[0]?.sourceId ?? ''
  }
  const { call } = notebook
  await call('sources.update', {
    id: ids.levy ?? '',
    metadata: {
      author: [{ family: 'Ødegård', given: 'Ingunn' }],
      'container-title': 'The Aldra Courier',
      issued: { 'date-parts': [[2025, 3, 14]] },
      language: 'en-GB',
    },
  })
  await call('sources.update', {
    id: ids.fleet ?? '',
    metadata: { publisher: 'Navy Press', issued: { 'date-parts': [[2025]] }, type: 'report', language: 'en' },
  })
  await call('tags.set', { object: { kind: 'source', id: ids.fleet ?? '' }, names: ['navy'] })
  const annotation = await call('annotations.create', {
    sourceId: ids.levy ?? '',
    start: 0,
    end: 12,
    tags: ['money'],
  })
  const claim = await call('claims.create', { statement: 'The levy is fair' })
  await call('links.create', {
    from: { kind: 'annotation', id: annotation.id },
    to: { kind: 'claim', id: claim.id },
    relation: 'contradicts',
  })
})
afterAll(() => notebook.close())

const search = (query: string, exact = false): Promise<SearchResult> =>
  notebook.call('search.query', { query, exact })
/** The sources that a query finds, by the names above, in the order of their names. */
const found = async (query: string, exact = false) => {
  const { hits } = await search(query, exact)
  const names = Object.keys(ids).filter((name) => hits.some(({ sourceId }) => sourceId === ids[name]))
  return names.sort().join(' ')
}

test.each([
  ['harbour', 'fleet levy weather'],
  ['harbour master', 'levy'],
  ['"harbour master"', 'levy'],
  ['master NEAR/1 harbour', 'levy'],
  ['council NEAR/2 crowns', ''],
  ['harbour -ice', 'fleet levy'],
  ['(sailors OR pilots)', 'fleet weather'],
  ['4500', 'levy'],
  ['"10 000 sailors"', 'fleet'],
  ['us', 'weather'],
  ['author:odegard', 'levy'],
  ['author:"Ingunn Ødegård"', 'levy'],
  ['-author:odegard', 'fleet weather'],
  ['title:fleet', 'fleet'],
  ['title:fle', 'fleet'],
  ['publisher:"the aldra courier"', 'levy'],
  ['publisher:navy', 'fleet'],
  ['tag:navy OR tag:money', 'fleet levy'],
  ['harbour (tag:navy OR author:odegard)', 'fleet levy'],
  ['lang:en', 'fleet levy'],
  ['lang:en-gb', 'levy'],
  ['type:report', 'fleet'],
  ['type:text harbour', 'fleet levy weather'],
  ['date:2025', 'fleet levy'],
  ['date:2025-03', 'levy'],
  ['date:2025-01..2025-06', 'levy'],
  ['date:2025-04..', ''],
  ['date:..2025-03-14', 'fleet levy'],
  ['has:annotation', 'levy'],
  ['has:tag', 'fleet'],
  ['has:claim harbour', 'levy'],
  ['stance:contradicts', 'levy'],
  ['stance:supports', ''],
  ['relation:contradicts', 'levy'],
  ['in:claims harbour', ''],
  ['in:sources harbour ice', 'weather'],
  ['/with(drew|drawal)/', 'levy weather'],
  ['/\\bNAVY\\b/i', 'fleet'],
  ['/NAVY/', ''],
  ['harbour -/pilots?/', 'fleet levy'],
  ['tag:navy /ships/', 'fleet'],
])('%s finds %j', async (query, expected) => {
  expect(await found(query)).toBe(expected)
})

/** The vocabulary follows in the background. */
const slow = { timeout: 15_000 }

test('a word finds its forms, the word itself first; in quotation marks only itself', async () => {
  await expect.poll(() => found('withdraw'), slow).toBe('fleet levy weather')
  const { hits, expansions } = await search('withdraw')
  expect(hits[0]?.sourceId).toBe(ids.fleet)
  expect(expansions).toMatchObject([{ word: 'withdraw', start: 0, end: 8, typos: [] }])
  expect(expansions[0]?.forms.sort()).toEqual(['withdrawal', 'withdrew'])
  expect(await found('"withdraw"')).toBe('fleet')
  expect(await found('withdraw', true)).toBe('fleet')
})

test('a word that is nowhere finds what it was meant for, and says so', async () => {
  await expect.poll(() => found('fishremen'), slow).toBe('levy')
  expect((await search('fishremen')).expansions).toMatchObject([{ word: 'fishremen', typos: ['fishermen'] }])
  expect(await found('fishremen', true)).toBe('')
  expect(await found('sialors harbor')).toBe('')
  expect(await found('surprized pilots')).toBe('weather')
})

test.each([
  ['troops OR tag:navy', 0],
  ['harbour -kyiv (levy OR in:claims)', 14],
  ['/(a+)+b/', 0],
  ['tag:', 4],
])('%s says where it cannot be answered', async (query, position) => {
  await expect(search(query)).rejects.toMatchObject({ code: 'invalid_input', details: { position } })
})

test('a change is found at once: an edit, an excluded passage, and its return', async () => {
  const { call } = notebook
  const { text } = await call('sources.get', { id: ids.weather ?? '' })
  const start = text.indexOf('U.S.')
  const flag = await call('flags.exclude', { sourceId: ids.weather ?? '', start, end: text.length })
  expect(await found('forecasters')).toBe('')
  expect(await found('pilots')).toBe('weather')
  await call('flags.set', { ids: [flag.id], state: 'dismissed' })
  expect(await found('forecasters')).toBe('weather')
  await call('sources.update', { id: ids.weather ?? '', title: 'Ice in the bay' })
  expect(await found('title:ice')).toBe('weather')
  await call('history.undo', {})
  expect(await found('title:ice')).toBe('')
})

test('what is found can be filtered by what the sources have, with counts of sources', async () => {
  const facets = await notebook.call('search.facets', { query: 'harbour' })
  expect(facets).toMatchObject({
    sources: 3,
    capped: false,
    publishers: [
      { value: 'Navy Press', count: 1 },
      { value: 'The Aldra Courier', count: 1 },
    ],
    years: [{ value: '2025', count: 2 }],
    languages: [{ value: 'en', count: 2 }],
    types: [{ value: 'text', count: 3 }],
    relations: [{ value: 'contradicts', count: 1 }],
    annotated: 1,
  })
  expect(facets.tags.map(({ value }) => value).sort()).toEqual(['money', 'navy'])
  for (const { value, count } of facets.publishers) {
    expect((await notebook.call('search.facets', { query: `harbour publisher:"${value}"` })).sources).toBe(
      count,
    )
  }
})

test('what the researcher made is found by its words, its kind and its tags', async () => {
  const ask = async (query: string) =>
    (await notebook.call('search.objects', { query })).objects.map(({ kind }) => kind)
  expect((await ask('levy')).sort()).toEqual(['annotation', 'claim'])
  expect(await ask('lewy in:claims')).toEqual(['claim'])
  expect(await ask('levy tag:money')).toEqual(['annotation'])
  expect(await ask('levy -tag:money')).toEqual(['claim'])
  expect(await ask('levy -fair')).toEqual(['annotation'])
  expect(await ask('levy -"is fair" in:claims')).toEqual([])
  expect(await ask('levy -unfair in:claims')).toEqual(['claim'])
  expect(await ask('in:annotations')).toEqual(['annotation'])
  // An annotation is found by what is asked of its source; a claim has none.
  expect(await ask('levy author:odegard')).toEqual(['annotation'])
  expect(await ask('levy author:nobody')).toEqual([])
  expect(await ask('in:sources levy')).toEqual([])
})

test('a concordance has every hit with its surroundings, in the order of the words beside it', async () => {
  const ask = (sort: 'left' | 'right') => notebook.call('search.concordance', { query: '"harbour"', sort })
  const { lines, total, bySource } = await ask('right')
  expect(total).toBe(lines.length)
  expect(lines.map(({ right }) => right.match(/\w+/)?.[0] ?? '')).toEqual(['', 'levy', 'master', 'pilots'])
  const before = (await ask('left')).lines.map(
    ({ left }) => left.match(/\w+(?=\W*$)/)?.[0]?.toLowerCase() ?? '',
  )
  expect(before).toEqual(['', 'the', 'the', 'the'])
  expect(bySource[0]).toMatchObject({ sourceId: ids.levy, hits: 2 })
  const { text } = await notebook.call('sources.get', { id: lines[1]?.sourceId ?? '' })
  expect(text.slice(lines[1]?.start, lines[1]?.end)).toBe('Harbour')
})

test('a query is explained with what is added to its words', async () => {
  const { lines } = await notebook.call('search.explain', {
    query: 'withdraw fishremen author:odegard -/x+/',
  })
  expect(lines).toEqual([
    'query: withdraw fishremen author:odegard -/x+/',
    'words: ("withdraw" AND "fishremen")',
    expect.stringMatching(/^forms of withdraw: (?:withdrawal, withdrew|withdrew, withdrawal)$/),
    'likely meanings of fishremen: fishermen',
    expect.stringMatching(/^looked for: /),
    'author: odegard',
    'not pattern: x+',
  ])
})

test('whatever is typed is answered or refused with the place of the mistake', async () => {
  const piece = fc.constantFrom(
    ...['"', '(', ')', '-', ' ', ' OR ', ' NEAR/3 ', '*', '/', '/i ', '[', ':', '^', '+', "'", ';', '%', '_'],
    ...[
      'author:',
      'tag:navy ',
      'date:2025 ',
      'has:tag ',
      'stance:neutral ',
      'harbour',
      'levy ',
      '龍',
      '\u0000',
      '4,500',
    ],
  )
  const query = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.array(piece, { maxLength: 10 }).map((parts) => parts.join('')),
  )
  await fc.assert(
    fc.asyncProperty(query, fc.boolean(), async (input, asYouType) => {
      try {
        const { hits, total } = await notebook.call('search.query', { query: input, asYouType })
        expect(total).toBeGreaterThanOrEqual(hits.length)
      } catch (error) {
        if (!(error instanceof CrossreadError)) throw error
        expect(error.code).toBe('invalid_input')
        const position = error.details?.position as number
        expect(position).toBeGreaterThanOrEqual(0)
        expect(position).toBeLessThanOrEqual(input.length)
      }
    }),
    { numRuns: 600 },
  )
})
