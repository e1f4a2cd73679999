import { afterAll, beforeAll, expect, test } from 'vitest'
import { indexTerms, tokenizerVersion } from '#engine/search/tokenizer.ts'
import { annotationsOf } from '#engine/store/annotations.ts'
import { findClaim } from '#engine/store/claims.ts'
import type { Db } from '#engine/store/database.ts'
import { readClaimLinks } from '#engine/store/evidence.ts'
import { readInbox } from '#engine/store/inbox.ts'
import { findSameLink, listLinks } from '#engine/store/links.ts'
import { changesOf } from '#engine/store/object-history.ts'
import { linksOfRelation } from '#engine/store/relations.ts'
import { voicesOf } from '#engine/store/source-names.ts'
import { openStore, type Store } from '#engine/store/store.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'
import { plansOf } from '../../helpers/plans.ts'

let notebook: TestNotebook
let store: Store

beforeAll(async () => {
  notebook = await testNotebook()
  await notebook.engine.close()
  store = openStore({ path: notebook.notebookPath, indexTerms, indexSignature: tokenizerVersion })
})
afterAll(async () => {
  store.close()
  await notebook.close()
})

const object = { kind: 'claim', id: '1' } as const

test.each<[string, (db: Db) => unknown]>([
  ['a claim', (db) => findClaim(db, '1')],
  ['what leads to a claim', (db) => readClaimLinks(db, '1')],
  ['the links of an object', (db) => listLinks(db, object)],
  ['a link that says the same', (db) => findSameLink(db, object, '1', object)],
  ['the links of a relation', (db) => linksOfRelation(db, '1')],
  ['the passages of a claim', (db) => annotationsOf(db, ['1'])],
  ['the sources of a claim', (db) => voicesOf(db, ['1'])],
  ['the history of an object', (db) => changesOf(db, 'claim', '1')],
])('reading %s reads no table from its beginning to its end', (_, work) => {
  const lines = plansOf(store.db, work)
  expect(lines.length).toBeGreaterThan(0)
  // Relations are few; lists of parameters are scanned.
  const isFine = (line: string) => /^SCAN (json_each|relation$)/.test(line)
  expect(lines.filter((line) => line.startsWith('SCAN') && !isFine(line))).toEqual([])
})

test('the inbox reads the links once, and looks up what belongs to each object', () => {
  const lines = plansOf(store.db, readInbox)
  const scans = lines.filter((line) => line.startsWith('SCAN link'))
  expect(scans.length).toBe(1)
})
