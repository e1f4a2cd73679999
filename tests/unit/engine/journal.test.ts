import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Engine } from '#engine/engine.ts'
import { openEngine } from '#engine/engine.ts'
import { newId } from '#shared/ids.ts'
import { colours } from '#shared/model.ts'

/** Everything a researcher can see, table by table; not the history itself nor the counters that only grow. */
const visible = [
  'notebook',
  'origin',
  'source',
  'annotation',
  'claim',
  'note',
  'relation',
  'link',
  'tag',
  'tagging',
  'flag',
]

let folder: string
let engine: Engine
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-journal-'))
  path = join(folder, 'test.crossread')
  engine = openEngine({ notebookPath: path, sampleFolder: folder, create: true })
})
afterEach(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

function dump(): string {
  const db = new Database(path, { readonly: true })
  const tables = visible.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY id`).all()])
  const indexed = db.prepare('SELECT count(*) AS n FROM block_index_docsize').get()
  db.close()
  return JSON.stringify([tables, indexed])
}

async function importText(name: string, text: string): Promise<void> {
  const { handle } = await engine.call('files.upload', { name, bytes: new TextEncoder().encode(text) })
  await engine.call('import.run', { jobId: crypto.randomUUID(), handles: [handle] })
}

async function stepsLeft(direction: 'undo' | 'redo'): Promise<boolean> {
  return (await engine.call('history.state', {}))[direction] !== null
}

async function all(direction: 'undo' | 'redo'): Promise<void> {
  while (await stepsLeft(direction)) await engine.call(`history.${direction}`, {})
}

const harbour = `Boats left the harbour of Aldra on Friday morning with four thousand letters on board, and the council den спостері4 says that
they will not be back before the levy of last year is paid in full by all of the nine islands [5][13].`

/** A text with a comment by somebody before. */
function commented(number: number): string {
  const comment = `{\\*\\atnid MS}{\\*\\atnauthor Marit}\\chatn {\\*\\annotation{\\*\\atnref 1}\\pard Why ${number}?}`
  return `{\\rtf1\\ansi Some ${number} {\\*\\atrfstart 1}boats left{\\*\\atrfend 1}${comment} the harbour today.\\par}`
}

/** Puts words in and takes some out, in the middle of what is annotated and flagged. */
async function correct(id: string, number: number): Promise<void> {
  const { text } = await engine.call('sources.get', { id })
  if (text.length < 30) return
  const edits = [
    { start: 3, end: 3, text: `w${number} ` },
    { start: 20, end: 20 + (number % 9), text: '' },
  ]
  await engine.call('sources.correct', { id, edits })
}

async function replace(id: string, number: number): Promise<void> {
  const bytes = new TextEncoder().encode(`Article of version ${number} has some words.\n\nNew ${newId()}.\n`)
  const { handle } = await engine.call('files.upload', { name: 'newer.txt', bytes })
  await engine.call('sources.replace', { jobId: newId(), id, handle })
}

type Operation = { what: string; pick: number; other: number }

/** Does one thing to whatever stands there; what makes no sense just now is left out. */
async function perform({ what, pick, other }: Operation): Promise<void> {
  const at = <T>(list: T[], index: number): T | undefined => list[index % Math.max(1, list.length)]
  const source = at(await engine.call('sources.list', {}), pick)
  const annotation = at(await engine.call('annotations.list', {}), pick)
  const claim = at(await engine.call('claims.list', {}), other)
  const note = at(await engine.call('notes.list', {}), other)
  const flag = at(await engine.call('flags.list', {}), pick)
  const relation = at(await engine.call('relations.list', {}), other)
  if (what === 'import')
    await importText(`a${pick}.txt`, `Article number ${pick} has some words.\nAnd ${other} more.`)
  else if (what === 'claim') await engine.call('claims.create', { statement: `Statement ${pick}` })
  else if (what === 'note')
    await engine.call('notes.create', { title: `Note ${pick}`, markdown: `# ${other}` })
  else if (what === 'annotate' && source && source.words > 5)
    await engine.call('annotations.create', {
      sourceId: source.id,
      start: 0,
      end: 5 + (other % 10),
      colour: colours[pick % 8],
      tags: [`t${other % 3}`],
    })
  else if (what === 'recolour' && annotation)
    await engine.call('annotations.update', { id: annotation.id, colour: 'red' })
  else if (what === 'link' && annotation && claim && relation)
    await engine.call('links.create', {
      from: { kind: 'annotation', id: annotation.id },
      to: { kind: 'claim', id: claim.id },
      relation: relation.id,
    })
  else if (what === 'claim from passage' && source && source.words > 5)
    await engine.call('claims.createFromPassage', {
      sourceId: source.id,
      start: 1,
      end: 7,
      statement: `S ${other}`,
    })
  else if (what === 'restate' && claim)
    await engine.call('claims.update', { id: claim.id, statement: `Restated ${pick}` })
  else if (what === 'quote' && note && annotation)
    await engine.call('notes.appendQuote', { id: note.id, annotationId: annotation.id })
  else if (what === 'import a copy') await importText(`copy${other}.txt`, `${harbour}\n\nRead by ${other}.\n`)
  else if (what === 'import entries')
    await importText(
      `e${pick}.bib`,
      `@article{a, title = {Article number ${pick} has some words}, year = {2025}, doi = {10.1234/${pick}}}`,
    )
  else if (what === 'import comments') await importText(`c${pick}.rtf`, commented(pick))
  else if (what === 'correct' && source) await correct(source.id, other)
  else if (what === 'replace' && source) await replace(source.id, other)
  else if (what === 'exclude' && source && source.words > 5)
    await engine.call('flags.exclude', { sourceId: source.id, start: other, end: other + 4 })
  else if (what === 'judge' && flag)
    await engine.call('flags.set', { ids: [flag.id], state: flag.start === null ? 'dismissed' : 'excluded' })
  else if (what === 'describe many') {
    const ids = (await engine.call('sources.list', {})).map((each) => each.id)
    const set = { publisher: `P ${other}` }
    if (ids.length > 0) await engine.call('sources.updateMany', { ids, set, unset: ['language'] })
  } else if (what === 'delete source' && source) await engine.call('sources.delete', { id: source.id })
  else if (what === 'delete annotation' && annotation)
    await engine.call('annotations.delete', { id: annotation.id })
  else if (what === 'delete claim' && claim) await engine.call('claims.delete', { id: claim.id })
  else if (what === 'delete note' && note) await engine.call('notes.delete', { id: note.id })
  else if (what === 'group') {
    const ids = (await engine.call('sources.list', {})).map((each) => each.id)
    if (ids.length > 1) await engine.call('origins.group', { sourceIds: ids })
  } else if (what === 'ungroup' && source) await engine.call('origins.ungroup', { sourceId: source.id })
  else if (what === 'undo' && (await stepsLeft('undo'))) await engine.call('history.undo', {})
  else if (what === 'redo' && (await stepsLeft('redo'))) await engine.call('history.redo', {})
}

const kinds = [
  'import',
  'claim',
  'note',
  'annotate',
  'recolour',
  'link',
  'claim from passage',
  'restate',
  'quote',
  'import a copy',
  'import entries',
  'import comments',
  'correct',
  'replace',
  'exclude',
  'judge',
  'describe many',
  'delete source',
  'delete annotation',
  'delete claim',
  'delete note',
  'group',
  'ungroup',
  'undo',
  'redo',
]
const operation = fc.record({ what: fc.constantFrom(...kinds), pick: fc.nat(20), other: fc.nat(20) })

test('undoing everything gives the empty notebook back, redoing everything the full one, whatever was done', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 25 }), async (operations) => {
      await all('undo')
      const empty = dump()
      for (const each of operations) await perform(each)
      await all('redo')
      const full = dump()
      expect((await engine.call('notebook.check', {})).problems).toEqual([])
      await all('undo')
      expect(dump()).toBe(empty)
      await all('redo')
      expect(dump()).toBe(full)
      expect((await engine.call('notebook.check', {})).problems).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('what import brings with a text, and what becomes of it, is undone and done again', async () => {
  const empty = dump()
  await perform({ what: 'import entries', pick: 3, other: 0 })
  await perform({ what: 'import', pick: 3, other: 4 })
  await perform({ what: 'import a copy', pick: 0, other: 1 })
  await perform({ what: 'import a copy', pick: 0, other: 2 })
  await perform({ what: 'import comments', pick: 0, other: 0 })
  const sources = await engine.call('sources.list', {})
  // The text found the entry's source, the copies are one voice, and a comment came along.
  expect(sources.map(({ originSize, words }) => `${originSize} ${words > 0}`)).toEqual([
    '1 true',
    '2 true',
    '2 true',
    '1 true',
  ])
  expect(await engine.call('annotations.list', {})).toMatchObject([{ author: 'Marit', quote: 'boats left' }])
  const raised = new Set((await engine.call('flags.list', {})).map(({ kind }) => kind))
  expect(raised).toEqual(new Set(['near-duplicate', 'mixed-script', 'dangling-citation']))
  for (const what of ['exclude', 'judge', 'correct', 'describe many', 'replace', 'delete source']) {
    for (const pick of [0, 1, 2, 3]) await perform({ what, pick, other: pick })
  }
  const full = dump()
  await all('undo')
  expect(dump()).toBe(empty)
  await all('redo')
  expect(dump()).toBe(full)
})

test('typing in a comment is one step, and so is what follows once something else was done', async () => {
  await importText('a.txt', 'Some words to comment on.')
  const [source] = await engine.call('sources.list', {})
  const { id } = await engine.call('annotations.create', { sourceId: source?.id ?? '', start: 0, end: 4 })
  const comment = (text: string) => ({
    root: { type: 'root' as const, children: [{ type: 'paragraph', children: [{ type: 'text', text }] }] },
  })
  for (const text of ['a', 'ab', 'abc'])
    await engine.call('annotations.update', { id, comment: comment(text) })
  await engine.call('claims.create', { statement: 'Something else' })
  await engine.call('annotations.update', { id, comment: comment('abcd') })
  const undoTo = async () => {
    await engine.call('history.undo', {})
    return (await engine.call('annotations.get', { id })).commentText
  }
  expect(await undoTo()).toBe('abc')
  expect(await undoTo()).toBe('abc')
  expect(await undoTo()).toBe('')
})

test('a new step after an undo discards what was undone and keeps it in the history', async () => {
  await engine.call('claims.create', { statement: 'First' })
  await engine.call('history.undo', {})
  await engine.call('claims.create', { statement: 'Second' })
  await expect(engine.call('history.redo', {})).rejects.toMatchObject({ code: 'nothing_to_redo' })
  expect((await engine.call('history.list', {})).map((step) => step.state)).toEqual(['done', 'discarded'])
  expect((await engine.call('claims.list', {})).map((claim) => claim.number)).toEqual([2])
})

test('what changes nothing is no step and leaves redo alone', async () => {
  await importText('a.txt', 'Some words to mark.')
  const [source] = await engine.call('sources.list', {})
  const sourceId = source?.id ?? ''
  const { id } = await engine.call('annotations.create', { sourceId, start: 0, end: 4, tags: ['t'] })
  const note = await engine.call('notes.create', { title: 'N', markdown: 'words' })
  await engine.call('claims.create', { statement: 'Undone' })
  await engine.call('history.undo', {})
  await importText('again.txt', 'Some words to mark.')
  await engine.call('tags.set', { object: { kind: 'annotation', id }, names: ['t'] })
  await engine.call('annotations.update', { id, colour: 'yellow' })
  await engine.call('notes.update', { id: note.id, title: 'N', content: note.content })
  await engine.call('sources.update', { id: sourceId, title: source?.title, metadata: source?.metadata })
  expect((await engine.call('history.state', {})).redo?.label).toBe('claims.create')
})

test('a long stretch of typing keeps two images of the note, however often it was saved', async () => {
  const note = await engine.call('notes.create', { title: 'N', markdown: 'start' })
  const saved = (text: string) =>
    engine.call('notes.update', {
      id: note.id,
      content: {
        root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text }] }] },
      },
    })
  for (let length = 1; length <= 50; length++) await saved('x'.repeat(length))
  const db = new Database(path, { readonly: true })
  expect(db.prepare('SELECT count(*) FROM journal WHERE object_id = ?').pluck().get(note.id)).toBe(2)
  db.close()
  await engine.call('history.undo', {})
  expect((await engine.call('notes.get', { id: note.id })).contentText).toBe('start')
  await engine.call('history.redo', {})
  expect((await engine.call('notes.get', { id: note.id })).contentText).toBe('x'.repeat(50))
})

test('while an import runs nothing is undone, and what was changed beside it survives undoing it', async () => {
  await importText('a.txt', 'The very same words.')
  const [first] = await engine.call('sources.list', {})
  const id = first?.id ?? ''
  const files = [
    ...Array.from({ length: 150 }, (_, number) => `Article ${number}. `.repeat(200)),
    'The very  same words.',
  ]
  const handles: string[] = []
  for (const [number, text] of files.entries()) {
    const bytes = new TextEncoder().encode(text)
    handles.push((await engine.call('files.upload', { name: `${number}.txt`, bytes })).handle)
  }
  let refused: Promise<unknown> | null = null
  const stop = engine.on('changed', () => {
    stop()
    refused = expect(engine.call('history.undo', {})).rejects.toMatchObject({ code: 'conflict' })
    void engine.call('sources.update', { id, title: 'Renamed meanwhile' })
  })
  await engine.call('import.run', { jobId: 'a-long-import', handles })
  await refused
  const sizeAndTitle = async () => {
    const source = (await engine.call('sources.list', {})).find((each) => each.id === id)
    return [source?.originSize, source?.title]
  }
  expect(await sizeAndTitle()).toEqual([2, 'Renamed meanwhile'])
  await engine.call('history.undo', {})
  await engine.call('history.undo', {})
  expect(await sizeAndTitle()).toEqual([1, 'The very same words.'])
  await engine.call('history.redo', {})
  await engine.call('history.redo', {})
  expect(await sizeAndTitle()).toEqual([2, 'Renamed meanwhile'])
})

test('typing without a pause is a step every half minute, and a pause begins a new one', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const note = await engine.call('notes.create', { title: 'N', markdown: 'start' })
    const steps = async () =>
      (await engine.call('history.list', {})).filter((step) => step.label === 'notes.update').length
    const typeFor = async (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        vi.advanceTimersByTime(1000)
        const text = String(Date.now())
        await engine.call('notes.update', {
          id: note.id,
          content: {
            root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text }] }] },
          },
        })
      }
    }
    await typeFor(20)
    expect(await steps()).toBe(1)
    await typeFor(20)
    expect(await steps()).toBe(2)
    vi.advanceTimersByTime(10_000)
    await typeFor(1)
    expect(await steps()).toBe(3)
  } finally {
    vi.useRealTimers()
  }
})
