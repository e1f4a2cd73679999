import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Engine, openEngine } from '#engine/engine.ts'
import { applicationId, migrations, schemaVersion } from '#engine/store/migrations/migrations.ts'
import { newId } from '#shared/ids.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-migrations-'))
  path = join(folder, 'old.crossread')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const keptId = newId()
const goneId = newId()
const annotationId = newId()
const claimId = newId()
const linkId = newId()
const at = '2025-05-23T09:00:00.000Z'
const articles = {
  kept: ['The council raised the levy', 'Seven boats of the Ødegård fleet left the harbour on Friday.'],
  gone: ['The ferry was late', 'It arrived at noon with 4,500 letters.'],
}
const metadata = JSON.stringify({
  'container-title': 'The Aldra Courier',
  issued: { 'date-parts': [[2025, 5]] },
  language: 'en-GB',
})

/** A file as `version` left it: an annotated source, a claim with evidence, and a source that was deleted. */
function fileOfVersion(version: number): Database.Database {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  for (const sql of migrations.slice(0, version)) db.exec(sql)
  db.pragma(`application_id = ${applicationId}`)
  db.pragma(`user_version = ${version}`)
  db.prepare('INSERT INTO notebook (id, name, created_at) VALUES (?, ?, ?)').run(newId(), 'Old', at)
  const kept = insertArticle(db, 1, 'kept')
  const gone = insertArticle(db, 2, 'gone')
  insertSource(db, kept)
  const annotation = {
    id: annotationId,
    source_id: keptId,
    start: 28,
    end: 39,
    quote: 'Seven boats',
    prefix: 'The council raised the levy\n',
    suffix: ' of the Ødegård fleet left the ha',
    text_hash: hashOf('kept'),
  }
  db.prepare(
    `INSERT INTO annotation (id, source_id, start, "end", quote, prefix, suffix, text_hash, state, colour, comment, comment_text, created_at, updated_at)
     VALUES (@id, @source_id, @start, @end, @quote, @prefix, @suffix, @text_hash, 'exact', 'green', NULL, '', '${at}', '${at}')`,
  ).run(annotation)
  db.prepare(
    `INSERT INTO claim (id, number, statement, status, reasoning, reasoning_text, created_at, updated_at)
     VALUES (?, 1, 'Seven boats left', 'open', NULL, '', ?, ?)`,
  ).run(claimId, at, at)
  db.prepare(
    `INSERT INTO link (id, from_kind, from_id, relation_id, to_kind, to_id, rationale, confidence, created_at, updated_at)
     VALUES (?, 'annotation', ?, (SELECT id FROM relation WHERE name = 'supports'), 'claim', ?, '', NULL, ?, ?)`,
  ).run(linkId, annotationId, claimId, at, at)
  const { lastInsertRowid } = db
    .prepare("INSERT INTO command (label, started_at, at, state) VALUES ('sources.delete', ?, ?, 'done')")
    .run(at, at)
  // The image that a trigger of that version wrote: it has that version's columns.
  db.prepare(
    "INSERT INTO journal (command_id, object_table, object_id, before, after) VALUES (?, 'source', ?, ?, NULL)",
  ).run(lastInsertRowid, goneId, JSON.stringify(gone))
  return db
}

function hashOf(name: keyof typeof articles): string {
  return createHash('sha256').update(articles[name].join('\n')).digest('hex')
}

function insertArticle(db: Database.Database, textId: number, name: keyof typeof articles) {
  const blocks = articles[name]
  const bytes = Buffer.from(blocks.join('\n\n'))
  const original = createHash('sha256').update(bytes).digest('hex')
  db.prepare("INSERT INTO original (hash, size, compression, bytes) VALUES (?, ?, 'none', ?)").run(
    original,
    bytes.length,
    bytes,
  )
  const length = blocks.join('\n').length
  db.prepare('INSERT INTO text (id, hash, length, words) VALUES (?, ?, ?, 9)').run(
    textId,
    hashOf(name),
    length,
  )
  let start = 0
  for (const [ordinal, text] of blocks.entries()) {
    const kind = ordinal === 0 ? 'heading' : 'paragraph'
    db.prepare(
      'INSERT INTO block (text_id, ordinal, kind, level, start, text) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(textId, ordinal, kind, ordinal === 0 ? 1 : 0, start, text)
    start += text.length + 1
  }
  return {
    id: name === 'kept' ? keptId : goneId,
    title: blocks[0],
    text_id: textId,
    original_hash: original,
    origin_id: null,
    file_name: `${name}.txt`,
    media_type: 'text/plain',
    metadata,
    imported_at: at,
    updated_at: at,
  }
}

function insertSource(db: Database.Database, row: ReturnType<typeof insertArticle>): void {
  const names = Object.keys(row)
  db.prepare(
    `INSERT INTO source (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  ).run(row)
}

function open(): Engine {
  return openEngine({ notebookPath: path, sampleFolder: folder })
}

const find = async (engine: Engine, query: string) =>
  (await engine.call('search.query', { query })).hits.map(({ sourceId }) => sourceId)

for (let version = 1; version < schemaVersion; version++) {
  test(`a notebook of version ${version} keeps all that was in it`, async () => {
    fileOfVersion(version).close()
    const engine = open()
    expect((await engine.call('notebook.info', {})).schemaVersion).toBe(schemaVersion)
    const source = await engine.call('sources.get', { id: keptId })
    expect(source).toMatchObject({
      title: articles.kept[0],
      text: articles.kept.join('\n'),
      metadata: JSON.parse(metadata),
      importNotes: [],
      corrected: false,
      flags: 0,
      annotations: 1,
    })
    expect(source.blocks).toMatchObject([
      { kind: 'heading', level: 1, start: 0, end: 27, page: null, links: [] },
      { kind: 'paragraph', level: 0, start: 28, page: null, links: [] },
    ])
    const [annotation] = await engine.call('annotations.list', {})
    expect(annotation).toMatchObject({
      start: 28,
      end: 39,
      quote: 'Seven boats',
      author: null,
      colour: 'green',
    })
    expect(await engine.call('links.list', {})).toMatchObject([
      { id: linkId, from: { id: annotationId }, to: { id: claimId } },
    ])
    expect(await engine.call('flags.list', {})).toEqual([])
    await engine.close()
  })

  test(`a notebook of version ${version} can be read without being changed`, async () => {
    fileOfVersion(version).close()
    const before = readFileSync(path)
    const engine = openEngine({ notebookPath: path, sampleFolder: folder, readOnly: true })
    const info = await engine.call('notebook.info', {})
    expect(info).toMatchObject({ name: 'Old', location: path, readOnly: true })
    expect(await engine.call('sources.get', { id: keptId })).toMatchObject({ annotations: 1, flags: 0 })
    expect(await engine.call('annotations.list', {})).toMatchObject([{ quote: 'Seven boats' }])
    // What this version adds to search is made when the notebook is next opened to be written.
    expect(await find(engine, 'title:levy')).toEqual([])
    await expect(engine.call('claims.create', { statement: 'No' })).rejects.toMatchObject({
      code: 'read_only',
    })
    await engine.close()
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test(`search is filled in behind a notebook of version ${version}`, async () => {
    fileOfVersion(version).close()
    const engine = open()
    await engine.settled()
    for (const query of [
      'odegard',
      'boat',
      'harbuor',
      'title:levy',
      'date:2025-05',
      'lang:en',
      '"seven boats"',
    ])
      expect({ query, found: await find(engine, query) }).toEqual({
        query,
        found: expect.arrayContaining([keptId]),
      })
    expect(await find(engine, 'letters')).toEqual([])
    expect(await engine.call('notebook.check', {})).toEqual({ ok: true, problems: [] })
    await engine.close()
  })

  test(`what was deleted in version ${version} comes back, and can be judged`, async () => {
    fileOfVersion(version).close()
    const engine = open()
    await engine.call('history.undo', {})
    expect((await engine.call('sources.get', { id: goneId })).text).toBe(articles.gone.join('\n'))
    await engine.settled()
    expect(await find(engine, '4500')).toEqual([goneId])
    const flag = await engine.call('flags.exclude', { sourceId: goneId, start: 19, end: 37 })
    expect(await find(engine, 'noon')).toEqual([])
    expect(await engine.call('flags.list', {})).toEqual([flag])
    for (let step = 0; step < 2; step++) await engine.call(step === 0 ? 'history.undo' : 'history.redo', {})
    expect(await engine.call('flags.list', {})).toEqual([flag])
    expect(await engine.call('notebook.check', {})).toEqual({ ok: true, problems: [] })
    await engine.close()
  })
}

test('what was changed or lost in version 3 waits to be judged, and what was deleted then comes back with it', async () => {
  const db = fileOfVersion(3)
  const row = db.prepare('SELECT * FROM annotation').get() as Record<string, unknown>
  const insert = db.prepare(
    `INSERT INTO annotation (${Object.keys(row)
      .map((name) => `"${name}"`)
      .join(', ')}) VALUES (${Object.keys(row)
      .map((name) => `@${name}`)
      .join(', ')})`,
  )
  const lost = { ...row, id: newId(), state: 'lost', quote: 'A ferry', start: 40, end: 47 }
  insert.run(lost)
  db.prepare("UPDATE annotation SET state = 'changed' WHERE id = ?").run(annotationId)
  // A lost one that was deleted: its image has the columns of that version.
  const deleted = { ...row, id: newId(), state: 'lost', quote: 'Eight boats' }
  const { lastInsertRowid } = db
    .prepare("INSERT INTO command (label, started_at, at, state) VALUES ('annotations.delete', ?, ?, 'done')")
    .run(at, at)
  db.prepare(
    "INSERT INTO journal (command_id, object_table, object_id, before, after) VALUES (?, 'annotation', ?, ?, NULL)",
  ).run(lastInsertRowid, deleted.id, JSON.stringify(deleted))
  db.close()
  const engine = open()
  const drifted = async () =>
    (await engine.call('annotations.drifted', {})).map(({ annotation, oldQuote }) => [
      annotation.id,
      annotation.state,
      oldQuote,
    ])
  // What it was before it changed was not written down then: its words of now have to do.
  const waiting = [
    [annotationId, 'changed', 'Seven boats'],
    [lost.id, 'lost', 'A ferry'],
  ]
  expect(await drifted()).toEqual(waiting)
  await engine.call('history.undo', {})
  expect(await drifted()).toHaveLength(3)
  expect(await engine.call('annotations.accept', { ids: [annotationId, lost.id] })).toEqual({ accepted: 2 })
  expect(await drifted()).toEqual([[deleted.id, 'lost', 'Eight boats']])
  const { state } = await engine.call('annotations.get', { id: annotationId })
  expect(state).toBe('exact')
  expect(await engine.call('notebook.check', {})).toEqual({ ok: true, problems: [] })
  await engine.close()
})

test('the graph of version 6 shows what is linked, and keeps where its cards are put from then on', async () => {
  fileOfVersion(6).close()
  const engine = open()
  const { nodes, edges } = await engine.call('views.graph', {})
  expect(nodes).toMatchObject([
    { kind: 'claim', id: claimId },
    { kind: 'source', id: keptId, date: [2025, 5] },
  ])
  expect(edges).toMatchObject([{ linkIds: [linkId] }])
  expect(await engine.call('views.graphPlaces', { layout: 'force' })).toEqual([])
  const places = [{ kind: 'claim' as const, id: claimId, x: 10, y: 20 }]
  await engine.call('views.placeGraph', { layout: 'force', places, replace: false })
  await engine.close()
  const again = open()
  await again.settled()
  expect(await again.call('views.graphPlaces', { layout: 'force' })).toEqual(places)
  expect(await again.call('notebook.check', {})).toEqual({ ok: true, problems: [] })
  await again.close()
})

test('an import compares with the texts of older files', async () => {
  const db = fileOfVersion(1)
  db.close()
  const engine = open()
  const bytes = new TextEncoder().encode(`${articles.kept.join('\n\n')}\n\n`)
  const { handle } = await engine.call('files.upload', { name: 'copy.txt', bytes })
  const report = await engine.call('import.run', { jobId: newId(), handles: [handle] })
  expect(report.lines[0]?.flags).toMatchObject([{ kind: 'near-duplicate' }])
  const sources = await engine.call('sources.list', {})
  expect(sources.map(({ originSize }) => originSize)).toEqual([2, 2])
  await engine.close()
})

test('flags and fingerprints stand in a file that is made anew', () => {
  const db = fileOfVersion(schemaVersion)
  const columns = db.pragma('table_info(flag)') as { name: string }[]
  expect(columns.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['state', 'other_source_id', 'similarity']),
  )
  const filters = db.prepare('SELECT container, issued, language FROM source').get()
  expect(filters).toEqual({ container: 'The Aldra Courier', issued: 20_250_500, language: 'en-gb' })
  db.close()
})
