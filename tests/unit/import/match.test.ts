import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { doiKey, titleKey, urlKey } from '#engine/import/identity.ts'
import { buildMatcher, mergeMetadata } from '#engine/import/match.ts'
import { indexTerms, tokenizerVersion } from '#engine/search/tokenizer.ts'
import { insertOriginal, insertSource, insertText } from '#engine/store/sources.ts'
import { openStore, type Store } from '#engine/store/store.ts'
import { newId } from '#shared/ids.ts'
import type { SourceMetadata } from '#shared/model.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-match-'))
  const path = join(folder, 'n.crossread')
  store = openStore({ path, create: true, indexTerms, indexSignature: tokenizerVersion })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

function addSource(title: string, metadata: SourceMetadata, text = 'Words of the article.'): string {
  const { db } = store
  const id = newId()
  insertOriginal(db, { hash: id, size: 1, compression: 'none', bytes: new Uint8Array([1]) })
  const block = { kind: 'paragraph', level: 0, start: 0, text, page: null, links: [] } as const
  const textId = insertText(db, id, 4, text === '' ? [] : [{ ...block, links: [] }])
  insertSource(db, {
    id,
    title,
    textId,
    originalHash: id,
    originId: null,
    fileName: 'a.txt',
    mediaType: 'text/plain',
    metadata,
    details: {},
    at: '2025-03-14T00:00:00.000Z',
  })
  return id
}
const year = (...parts: number[]) => ({ 'date-parts': [parts] })
const title = 'Harbour levy splits the Aldra islands'

test('a DOI is the same however it is written', () => {
  const written = [
    '10.1000/Levy.2025',
    'doi:10.1000/levy.2025',
    'https://doi.org/10.1000/LEVY.2025',
    'http://dx.doi.org/10.1000%2Flevy.2025',
    'DOI 10.1000/levy.2025.',
  ]
  for (const each of written) expect(doiKey(each), each).toBe('10.1000/levy.2025')
  expect(doiKey('none')).toBeNull()
})

test('an address is the same with and without what does not matter', () => {
  const written = [
    'https://www.courier.example/levy/',
    'http://courier.example/levy',
    'https://courier.example/levy?utm_source=x&fbclid=1#top',
    'https://COURIER.example/levy/index.html',
    'https://m.courier.example/levy/amp',
  ]
  for (const each of written) expect(urlKey(each), each).toBe('courier.example/levy')
  expect(urlKey('https://courier.example/?p=2&b=1')).toBe('courier.example?b=1&p=2')
  expect(urlKey('https://courier.example/')).toBeNull()
  expect(urlKey('https://doi.org/10.1000/x')).toBeNull()
  expect(urlKey('levy')).toBeNull()
})

test('a title is the same without case, accents and signs', () => {
  expect(titleKey('The <i>Ærø</i> ferry’s “Último” run: 1984–85')).toBe('the ærø ferrys ultimo run 1984 85')
})

test('an entry finds its source by DOI, by address, by title and year', async () => {
  const byDoi = addSource('Something else', { URL: 'https://doi.org/10.1000/levy' })
  const byUrl = addSource('Another headline', { URL: 'https://www.courier.example/levy/' })
  const byTitle = addSource(title, { issued: year(2025, 3, 14) })
  const matcher = await buildMatcher(store.db)
  const match = (metadata: SourceMetadata, called = 'Unknown words') =>
    matcher.matchEntry({ title: called, metadata })
  expect(match({ DOI: '10.1000/LEVY' })).toBe(byDoi)
  expect(match({ URL: 'http://courier.example/levy?utm_medium=mail' })).toBe(byUrl)
  expect(match({ issued: year(2025) }, 'HARBOUR LEVY splits the Aldra Islands.')).toBe(byTitle)
  expect(match({}, title)).toBe(byTitle)
  expect(match({ DOI: '10.1000/new' })).toBeNull()
})

test('another year, other people, another DOI or address speak against the same title', async () => {
  const id = addSource(title, {
    issued: year(2025),
    author: [{ literal: 'Marit Solheim' }],
    DOI: '10.1000/a',
    URL: 'https://courier.example/levy',
  })
  const matcher = await buildMatcher(store.db)
  const match = (metadata: SourceMetadata) => matcher.matchEntry({ title, metadata })
  expect(match({ issued: year(2025), author: [{ family: 'Solheim', given: 'M.' }] })).toBe(id)
  expect(match({ issued: year(2024) })).toBeNull()
  expect(match({ issued: year(2025), author: [{ family: 'Lie', given: 'Torbjørn' }] })).toBeNull()
  expect(match({ issued: year(2025), DOI: '10.1000/b' })).toBeNull()
  expect(match({ issued: year(2025), URL: 'https://wire.example/levy' })).toBeNull()
})

test('a title that two sources have, and one that many works have, match nothing', async () => {
  addSource(title, { issued: year(2025) })
  addSource(title, { issued: year(2025, 4) })
  const editorial = addSource('Editorial', { issued: year(2025), author: [{ literal: 'Marit Solheim' }] })
  const matcher = await buildMatcher(store.db)
  expect(matcher.matchEntry({ title, metadata: { issued: year(2025) } })).toBeNull()
  expect(matcher.matchEntry({ title: 'Editorial', metadata: { issued: year(2025) } })).toBeNull()
  const again = { issued: year(2025), author: [{ family: 'Solheim' }] }
  expect(matcher.matchEntry({ title: 'Editorial', metadata: again })).toBe(editorial)
})

test('a document finds the source that waits for its text, and never one that has a text', async () => {
  const waiting = addSource(title, { issued: year(2025) }, '')
  addSource('The quay of Tangen was mended by hand', { issued: year(1984) })
  for (const withoutText of [true, false]) {
    const matcher = await buildMatcher(store.db, { withoutText })
    expect(matcher.matchDocument({ title, metadata: { issued: year(2025, 3, 14) } })).toBe(waiting)
    const other = { title: 'The quay of Tangen was mended by hand', metadata: { issued: year(1984) } }
    expect(matcher.matchDocument(other)).toBeNull()
    matcher.add({ id: waiting, title, metadata: { issued: year(2025) }, hasText: true })
    expect(matcher.matchDocument({ title, metadata: { issued: year(2025, 3, 14) } })).toBeNull()
  }
})

test('what was just made is found, and every page of a large notebook is read', async () => {
  store.db.transaction(() => {
    for (let n = 0; n < 2_100; n++)
      addSource(`Report number ${n} on the harbours`, { DOI: `10.1000/${n}` }, '')
  })()
  const matcher = await buildMatcher(store.db)
  for (const n of [0, 999, 1_000, 2_099]) {
    expect(matcher.matchEntry({ title: 'x', metadata: { DOI: `10.1000/${n}` } })).not.toBeNull()
  }
  matcher.add({ id: 'new', title: 'x', metadata: { DOI: '10.1000/new' }, hasText: false })
  expect(matcher.matchEntry({ title: 'y', metadata: { DOI: '10.1000/NEW' } })).toBe('new')
})

test('what a source says of itself stays, and what it does not is added', () => {
  const existing: SourceMetadata = { type: 'webpage', publisher: '', author: [], issued: year(2025) }
  const found: SourceMetadata = {
    type: 'article-journal',
    publisher: 'The Aldra Courier',
    author: [{ family: 'Solheim' }],
    issued: year(2025, 3, 14),
    volume: '7',
    note: '',
  }
  expect(mergeMetadata(existing, found)).toEqual({
    metadata: {
      type: 'webpage',
      issued: year(2025),
      publisher: 'The Aldra Courier',
      author: [{ family: 'Solheim' }],
      volume: '7',
    },
    gained: ['publisher', 'author', 'volume'],
  })
  expect(mergeMetadata(found, { volume: '8', note: '' }).gained).toEqual([])
})
