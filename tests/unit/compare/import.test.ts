import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareNew } from '#engine/compare/compare-new.ts'
import { openDatabase } from '#engine/store/database.ts'
import type { Flag, SourceSummary } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'
import { another, considered, decided, edit, makeText } from './texts-of-ours.ts'

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

/** Imports texts one file each, in one import, and gives their ids. */
async function importTexts(texts: Record<string, string>): Promise<string[]> {
  const paths: string[] = []
  for (const [name, text] of Object.entries(texts)) paths.push(await notebook.file(`${name}.txt`, text))
  const { lines } = await notebook.importPaths(paths)
  return lines.map(({ sourceId }) => sourceId ?? '')
}

async function flagsOf(kind: Flag['kind']): Promise<Flag[]> {
  return (await notebook.call('flags.list', {})).filter((flag) => flag.kind === kind)
}

async function source(id: string): Promise<SourceSummary> {
  return notebook.call('sources.get', { id })
}

describe('a copy', () => {
  it('that is the same text is one voice with what it copies, and flagged', async () => {
    const [first = '', second = ''] = await importTexts({ a: makeText(1), b: `${makeText(1)}\n` })
    expect(await flagsOf('near-duplicate')).toMatchObject([
      { sourceId: second, otherSourceId: first, similarity: 1, start: null, state: 'open' },
    ])
    expect((await source(first)).originId).toBe((await source(second)).originId)
    expect((await source(first)).originSize).toBe(2)
  })

  it('with every thirtieth word changed is found by its wording', async () => {
    const [first = ''] = await importTexts({ a: makeText(1), other: makeText(2), third: makeText(3) })
    const [copy = ''] = await importTexts({ copy: edit(makeText(1), 0.03) })
    const [flag] = await flagsOf('near-duplicate')
    expect(flag).toMatchObject({ sourceId: copy, otherSourceId: first })
    expect(flag?.similarity).toBeGreaterThan(0.6)
    expect(flag?.message).toContain(`${Math.round((flag?.similarity ?? 0) * 100)}%`)
    expect((await source(copy)).originId).toBe((await source(first)).originId)
    expect(await notebook.call('sources.similar', { id: first })).toMatchObject([
      { source: { id: copy }, how: 'near-duplicate', similarity: flag?.similarity, sameOrigin: true },
    ])
  })

  it('is not what shares its subject alone', async () => {
    await importTexts(
      Object.fromEntries(Array.from({ length: 30 }, (_, seed) => [`t${seed}`, makeText(seed + 10)])),
    )
    expect(await notebook.call('flags.list', {})).toEqual([])
  })

  it('is undone together with its import, and taken up again', async () => {
    const [first = ''] = await importTexts({ a: makeText(1) })
    await importTexts({ copy: edit(makeText(1), 0.03) })
    await notebook.call('history.undo', {})
    expect((await source(first)).originSize).toBe(1)
    expect(await notebook.call('flags.list', {})).toEqual([])
    const [again = ''] = await importTexts({ again: edit(makeText(1), 0.03) })
    expect(await flagsOf('near-duplicate')).toMatchObject([{ sourceId: again, otherSourceId: first }])
  })

  it('of a source that is gone is nobody’s copy', async () => {
    const [first = ''] = await importTexts({ a: makeText(1) })
    await notebook.call('sources.delete', { id: first })
    await importTexts({ copy: edit(makeText(1), 0.03) })
    expect(await notebook.call('flags.list', {})).toEqual([])
  })

  it('takes along what was said of it when it is deleted', async () => {
    const [, copy = ''] = await importTexts({ a: makeText(1), copy: edit(makeText(1), 0.03) })
    await notebook.call('sources.delete', { id: copy })
    expect(await notebook.call('flags.list', {})).toEqual([])
    await notebook.call('history.undo', {})
    expect(await flagsOf('near-duplicate')).toHaveLength(1)
  })

  it('that was parted by hand stays a voice of its own', async () => {
    const [first = '', copy = ''] = await importTexts({ a: makeText(1), copy: edit(makeText(1), 0.03) })
    await notebook.call('origins.ungroup', { sourceId: copy })
    expect(await flagsOf('near-duplicate')).toMatchObject([{ state: 'dismissed' }])
    const text = (await notebook.call('sources.get', { id: copy })).text
    await notebook.call('sources.correct', {
      id: copy,
      edits: [{ start: 0, end: 3, text: text.slice(0, 3).toUpperCase() }],
    })
    const [third = ''] = await importTexts({ third: edit(makeText(1), 0.02, 7) })
    expect((await source(copy)).originId).not.toBe((await source(first)).originId)
    expect((await source(third)).originSize).toBe(2)
  })
})

describe('a comparison', () => {
  /** Puts the file back to where an import was when it had stored its texts and compared none. */
  async function forgetComparisons(alsoFingerprints: boolean): Promise<void> {
    await notebook.engine.close()
    const { db, close } = openDatabase({ path: notebook.notebookPath })
    db.exec('DELETE FROM flag; UPDATE source SET origin_id = NULL; DELETE FROM band; DELETE FROM story_key')
    db.exec(alsoFingerprints ? 'DELETE FROM fingerprint' : 'UPDATE fingerprint SET compared = 0')
    close()
    await notebook.reopen()
  }

  it.each([
    ['that was stopped', false],
    ['that an older version never made', true],
  ])('%s is made good by the next import', async (_what, alsoFingerprints) => {
    const [first = '', copy = ''] = await importTexts({ a: makeText(1), b: edit(makeText(1), 0.03) })
    await forgetComparisons(alsoFingerprints)
    expect(await flagsOf('near-duplicate')).toEqual([])
    await importTexts({ unlike: makeText(2) })
    expect(await flagsOf('near-duplicate')).toMatchObject([{ sourceId: copy, otherSourceId: first }])
    expect((await source(copy)).originSize).toBe(2)
  })

  it('finds no text twice', async () => {
    await importTexts({ a: makeText(1), b: edit(makeText(1), 0.03) })
    await importTexts({ c: makeText(2) })
    expect(await flagsOf('near-duplicate')).toHaveLength(1)
  })

  it('stops where it is told to, and goes on from there', async () => {
    await importTexts({ a: makeText(1), b: edit(makeText(1), 0.03) })
    await forgetComparisons(false)
    await notebook.engine.close()
    const { db, close } = openDatabase({ path: notebook.notebookPath })
    const write = <T>(work: () => T): T => db.transaction(work)()
    expect(await compareNew({ db, write, signal: AbortSignal.abort() })).toEqual([])
    const seen: [number, number][] = []
    const found = await compareNew({ db, write, progress: (done, total) => seen.push([done, total]) })
    expect(found).toMatchObject([{ kind: 'near-duplicate' }])
    expect(seen.at(-1)).toEqual([2, 2])
    close()
    await notebook.reopen()
  })
})

describe('many copies', () => {
  it('are one origin, each with one flag', async () => {
    const text = makeText(1)
    const copies = Object.fromEntries(
      Array.from({ length: 120 }, (_, at) => [`c${at}`, edit(text, 0.02, at)]),
    )
    const ids = await importTexts(copies)
    const origins = new Set((await notebook.call('sources.list', {})).map(({ originId }) => originId))
    expect(origins.size).toBe(1)
    expect(await flagsOf('near-duplicate')).toHaveLength(ids.length - 1)
  })
})

describe('the same story', () => {
  it('in other words is flagged on both sides, and stays two voices', async () => {
    const [first = '', second = ''] = await importTexts({ decided, considered, another })
    const flags = await flagsOf('same-story')
    expect(flags.map(({ sourceId, otherSourceId }) => [sourceId, otherSourceId]).toSorted()).toEqual(
      [
        [first, second],
        [second, first],
      ].toSorted(),
    )
    expect((await source(first)).originSize).toBe(1)
    expect(await notebook.call('sources.similar', { id: second })).toMatchObject([
      { source: { id: first }, how: 'same-story' },
    ])
  })

  it('is not named again once it was dismissed', async () => {
    const [first = ''] = await importTexts({ decided, considered })
    const ids = (await flagsOf('same-story')).map(({ id }) => id)
    await notebook.call('flags.set', { ids, state: 'dismissed' })
    expect(await notebook.call('sources.similar', { id: first })).toEqual([])
  })
})

describe('real articles', () => {
  it('are judged as a careful reader would', async () => {
    const folder = process.env.CROSSREAD_SEEDS ?? '../shared/seeds'
    const texts = new Map(listFiles(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
    await notebook.importPaths([...texts.keys()].map((name) => join(folder, name)))
    const names = new Map((await notebook.call('sources.list', {})).map(({ id, fileName }) => [id, fileName]))
    const flagged = async (kind: Flag['kind']) =>
      (await flagsOf(kind)).map(({ sourceId }) => names.get(sourceId)).toSorted()
    const holding = (words: RegExp) =>
      [...texts]
        .filter(([, text]) => words.test(text))
        .map(([name]) => name)
        .toSorted()
    expect(await flagged('same-story')).toEqual(holding(/4,500 (?:U\.S\. )?troops from/))
    expect(await flagged('mixed-script')).toEqual(holding(/спостері4/))
    expect(await flagged('dangling-citation')).toEqual(holding(/\[5\]\[13\]/))
    expect(await flagged('unrelated-tail')).toEqual(holding(/Barack Obama$/))
  })
})

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.txt'))
  } catch {
    return []
  }
}
