import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Annotation, Claim, LinkView, SearchHit, Source } from '#shared/model.ts'
import { type Article, articles, quoteOf } from '../../helpers/articles.ts'
import { crossread, jsonLines, withBuiltCli } from './crossread.ts'

withBuiltCli()

type ShownSource = Omit<Source, 'annotations'> & { annotations: Annotation[] }

/** A researcher's whole job from a terminal, each test going on where the one before stopped. */
describe('a session in a terminal', () => {
  let folder: string
  let notebook: string
  let found: Article[]
  let sources: { sourceId: string; path: string }[]
  const ids: { annotation: string; other: string; claim: string } = { annotation: '', other: '', claim: '' }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'crossread-cli-'))
    notebook = join(folder, 'work.crossread')
    found = articles()
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function run<T>(...args: string[]): Promise<T[]> {
    const { code, stdout, stderr } = await crossread([...args, '--notebook', notebook, '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return jsonLines<T>(stdout)
  }

  async function idOf(...args: string[]): Promise<string> {
    const [{ id } = { id: '' }] = await run<{ id: string }>(...args)
    expect(id).not.toBe('')
    return id
  }

  it('imports articles, with a line a file and a summary', async () => {
    const lines = await run<{ outcome?: string; sourceId: string; path: string; summary?: object }>(
      'import',
      ...found.map(({ path }) => path),
    )
    sources = lines.slice(0, -1)
    expect(sources.map(({ path }) => path)).toEqual(found.map(({ path }) => path))
    expect(lines.at(-1)).toMatchObject({ summary: { imported: found.length, skipped: 0, failed: 0 } })
    const again = await run<{ outcome?: string; sourceId: string }>(
      'import',
      ...found.map(({ path }) => path),
    )
    expect(again.slice(0, -1).map(({ outcome }) => outcome)).toEqual(found.map(() => 'skipped'))
    expect(again.slice(0, -1).map(({ sourceId }) => sourceId)).toEqual(
      sources.map(({ sourceId }) => sourceId),
    )
  })

  it('says for each bad file why it failed, and ends with 1', async () => {
    const bad = join(folder, 'bad')
    await writeFile(join(folder, 'empty.txt'), '')
    await writeFile(join(folder, 'binary.txt'), Buffer.from([0, 1, 2, 255, 0, 254, 7, 0]))
    const paths = [join(folder, 'empty.txt'), join(folder, 'binary.txt'), bad]
    const { code, stdout } = await crossread(['import', ...paths, '--notebook', notebook, '--json'])
    const lines = jsonLines<{ outcome: string; reason: string; summary: object }>(stdout)
    expect(code).toBe(1)
    expect(lines.slice(0, -1).map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed'])
    for (const { reason } of lines.slice(0, -1)) expect(reason).toBeTruthy()
    expect(lines.at(-1)?.summary).toMatchObject({ imported: 0, skipped: 0, failed: 3 })
  })

  it('marks passages that are found again in the source', async () => {
    const quote = quoteOf(found[1] as Article, 0)
    ids.annotation = await idOf(
      'annotate',
      sources[1]?.sourceId ?? '',
      '--quote',
      quote,
      '--colour',
      'green',
      '--comment',
      'Is it **so**?',
      '--tag',
      'one',
      '--tag',
      'two words',
    )
    ids.other = await idOf('annotate', sources[2]?.sourceId ?? '', '--quote', quoteOf(found[2] as Article, 0))
    const [source] = await run<ShownSource>('show', 'source', sources[1]?.sourceId ?? '')
    const annotation = source?.annotations[0]
    expect(annotation).toMatchObject({ id: ids.annotation, quote, state: 'exact', colour: 'green' })
    expect(annotation?.tags).toEqual(['one', 'two words'])
    expect(annotation?.commentText).toBe('Is it so?')
    expect(source?.text.slice(annotation?.start, annotation?.end)).toBe(quote)
    const blocks = source?.blocks.map(({ start, end }) => source.text.slice(start, end))
    expect(blocks?.join('\n')).toBe(source?.text)
  })

  it('states a claim and links passages of two articles to it', async () => {
    ids.claim = await idOf('claim', 'add', 'Somebody says so.')
    await idOf('link', ids.annotation, 'supports', ids.claim, '--rationale', 'It says so.')
    await idOf('link', ids.other, 'contradicts', ids.claim)
    const [claim] = await run<Claim>('show', 'claim', ids.claim)
    expect(claim?.evidence.map(({ link }) => link.rationale).sort()).toEqual(['', 'It says so.'])
    const links = await run<LinkView>('list', 'links')
    expect(links.map(({ relation }) => relation).sort()).toEqual(['contradicts', 'supports'])
  })

  it('writes a note from a file and from standard input', async () => {
    await writeFile(join(folder, 'note.md'), '# Title\n\nWith **weight**.')
    const id = await idOf('note', 'add', 'From a file', '--markdown', join(folder, 'note.md'))
    const [note] = await run<{ title: string; contentText: string }>('show', 'note', id)
    expect(note).toMatchObject({ title: 'From a file', contentText: expect.stringContaining('With weight.') })
    const piped = await crossread(
      ['note', 'add', 'Piped', '--markdown', '-', '--notebook', notebook],
      'From a pipe.',
    )
    expect(piped.stdout).toMatch(/^[0-9a-f-]{36}\n$/)
    expect((await run('list', 'notes')).length).toBe(2)
  })

  it('finds blocks, best first, with what was hit', async () => {
    const word = /\p{L}{6,}/u.exec(quoteOf(found[1] as Article, 0))?.[0] ?? ''
    const hits = await run<SearchHit>('search', word, '--limit', '5')
    expect(hits.length).toBeGreaterThan(0)
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a))
    for (const { text, hits: ranges } of hits) expect(ranges.length && text).toBeTruthy()
    const { code, stdout } = await crossread(
      ['search', '-', '--notebook', notebook, '--json', '--limit', '1'],
      `${word}\n\n"${word}"\nnosuchwordanywhere\n${word}\n`,
    )
    expect(code).toBe(0)
    expect(jsonLines<{ query: number }>(stdout).map(({ query }) => query)).toEqual([1, 3, 5])
  })

  it('answers the good queries of a list and ends with 1 for a bad one', async () => {
    const { code, stdout, stderr } = await crossread(
      ['search', '-', '--notebook', notebook, '--json', '--limit', '1'],
      'a\n"never closed\na\n',
    )
    expect(code).toBe(1)
    expect(jsonLines<{ query: number }>(stdout).map(({ query }) => query)).toEqual([1, 3])
    expect(jsonLines(stderr)).toMatchObject([{ query: 2, error: { code: 'invalid_input' } }])
  })

  it('takes a step back and forth', async () => {
    await run('undo')
    expect((await run('list', 'notes')).length).toBe(1)
    await run('redo')
    expect((await run('list', 'notes')).length).toBe(2)
  })

  it('lists everything, for programs and for people', async () => {
    for (const what of ['sources', 'annotations', 'claims', 'notes', 'links', 'tags', 'flags']) {
      const objects = await run<{ id: string }>('list', what)
      for (const { id } of objects) expect(id).toMatch(/^[0-9a-f-]{36}$/)
      // Whether there is something to flag depends on the articles.
      if (what !== 'flags') expect(objects.length).toBeGreaterThan(0)
    }
    const sheet = await crossread(['list', 'sources', '--notebook', notebook])
    expect(sheet.stdout.match(/^[0-9a-f-]{36}(?= )/gm)?.sort()).toEqual(
      sources.map(({ sourceId }) => sourceId).sort(),
    )
    const fresh = join(folder, 'fresh.crossread')
    await crossread(['import', '--notebook', fresh, found[0]?.path ?? ''])
    const nothing = await crossread(['list', 'claims', '--notebook', fresh])
    expect(nothing).toEqual({ code: 0, stdout: 'no claims\n', stderr: '' })
  })

  it('exports both formats, and writes over neither', async () => {
    const vault = join(folder, 'vault')
    const [report] = await run<{ files: number }>('export', 'markdown', '--to', vault)
    expect((await readdir(vault)).sort()).toEqual(['Claims', 'Index.md', 'Notes', 'Sources'])
    expect(report?.files).toBe(found.length + 4)
    const file = join(folder, 'notebook.jsonld')
    await run('export', 'jsonld', '--to', file)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ type: 'AnnotationCollection', total: 4 })
    const again = await crossread(['export', 'jsonld', '--to', file, '--notebook', notebook])
    expect(again).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('exists already') })
  })

  it('finds the notebook whole at the end', async () => {
    expect(await run('check')).toEqual([{ ok: true, problems: [] }])
    expect(await run('repair')).toEqual([{ ok: true, problems: [] }])
  })
})
