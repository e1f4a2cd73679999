import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'
import { exportTo, importTexts, readTree } from './helpers.ts'

const traps = `Budget #1: who | pays [[for]] it? 😀
The minister said *nothing* about [[the plan]] and #tags 😀 in it. He was asked twice.
- a first item
- # not a heading in an item
Last words with an id at the end ^b1`

let notebook: TestNotebook
beforeEach(async () => {
  notebook = await testNotebook()
})
afterEach(() => notebook.close())

async function vault(): Promise<Map<string, string>> {
  const path = join(notebook.folder, 'vault')
  await exportTo(notebook.engine, 'markdown', path)
  return readTree(path)
}

function frontMatterOf(page: string): Record<string, unknown> {
  return parse(page.split('---\n')[1] ?? '')
}

function targetsOf(page: string): string[] {
  return [...page.matchAll(/\[\[([^\]|]+)(?:\|[^\]]*)?\]\]/g)].map((match) => match[1] ?? '')
}

describe('a Markdown vault', () => {
  it('has one file a source, claim and note, and an index that leads to each', async () => {
    const [sourceId = ''] = await importTexts(notebook, [['a.txt', traps]])
    await notebook.call('claims.create', { statement: 'The minister was asked: twice?' })
    await notebook.call('notes.create', { title: 'A note / on it', markdown: '**bold** words' })
    const files = await vault()
    expect([...files.keys()].sort()).toEqual([
      'Claims/C1 The minister was asked - twice.md',
      'Index.md',
      'Notes/A note on it.md',
      'Sources/Budget 1 - who pays for it 😀.md',
    ])
    for (const target of targetsOf(files.get('Index.md') ?? '')) expect(files.has(`${target}.md`)).toBe(true)
    expect(files.get('Notes/A note on it.md')).toContain('**bold** words')
    const page = files.get('Sources/Budget 1 - who pays for it 😀.md') ?? ''
    expect(frontMatterOf(page)).toMatchObject({
      title: 'Budget #1: who | pays [[for]] it? 😀',
      'crossread-id': sourceId,
    })
  })

  it('writes facts as flat properties, with partial dates as far as they are known', async () => {
    const [id = ''] = await importTexts(notebook, [['a.txt', traps]])
    const metadata = {
      author: [{ given: 'Ada', family: 'Berg' }, { literal: 'News: Agency' }],
      'container-title': 'The "Daily"',
      issued: { 'date-parts': [[2025, 5]] },
      URL: 'https://example.org/a#b',
    }
    await notebook.call('sources.update', { id, title: 'yes', metadata })
    await notebook.call('tags.set', { object: { kind: 'source', id }, names: ['to do', '2025'] })
    const page = (await vault()).get('Sources/yes.md') ?? ''
    expect(frontMatterOf(page)).toEqual({
      title: 'yes',
      authors: ['Ada Berg', 'News: Agency'],
      publisher: 'The "Daily"',
      published: '2025-05',
      url: 'https://example.org/a#b',
      file: 'a.txt',
      tags: ['tag-2025', 'to-do'],
      'crossread-id': id,
    })
  })

  it('keeps dates that are uncertain, and reads them again', async () => {
    const [id = ''] = await importTexts(notebook, [['a.txt', traps]])
    const issued = { 'date-parts': [[1941], [1943]], circa: true }
    const metadata = {
      issued,
      accessed: { 'date-parts': [[2025]], season: 1 },
      'event-date': { 'date-parts': [], literal: 'in the war' },
    }
    await notebook.call('sources.update', { id, title: 'War', metadata })
    const page = (await vault()).get('Sources/War.md') ?? ''
    expect(frontMatterOf(page)).toMatchObject({
      published: '1941~/1943~',
      accessed: '2025-21',
      'event-date': '"in the war"',
    })
    const [again = ''] = await importTexts(notebook, [['again.md', page.replaceAll(id, '')]])
    const { metadata: read } = await notebook.call('sources.get', { id: again })
    expect(read).toMatchObject(metadata)
  })

  it('quotes passages letter for letter, beside the block they stand in', async () => {
    const [sourceId = ''] = await importTexts(notebook, [['a.txt', traps]])
    const quote = '*nothing* about [[the plan]] and #tags 😀 in it'
    const { id } = await notebook.call('annotations.createFromQuote', {
      sourceId,
      quote,
      colour: 'red',
      commentMarkdown: 'Compare **both**.',
      tags: ['plan'],
    })
    const page = [...(await vault())].find(([path]) => path.startsWith('Sources/'))?.[1] ?? ''
    expect(page).toContain(`> \\*nothing\\* about \\[\\[the plan\\]\\] and \\#tags 😀 in it\n\n^${id}`)
    expect(page).toMatch(/He was asked twice\. \^b2$/m)
    expect(page).toContain('[[#^b2|block 2]]')
    expect(page).toContain('### 1 · red')
    expect(page).toContain('tagged #plan')
    expect(page).toContain('Compare **both**.')
    expect(page).toContain('- a first item\n- \\# not a heading in an item')
    expect(page).toMatch(/at the end \\\^b1$/m)
  })

  it('groups evidence by relation and origin, and leads from each quote to its passage', async () => {
    const wire = 'A headline of the wire\nFour thousand people left the town on Sunday, officials said.\n'
    const [first = '', second = '', other = ''] = await importTexts(notebook, [
      ['one.txt', wire],
      ['two.txt', wire.replaceAll('\n', '\r\n')],
      ['three.txt', 'Another headline\nNobody left the town on Sunday, the mayor said in the evening.\n'],
    ])
    const claim = await notebook.call('claims.create', { statement: 'People left the town.' })
    const link = async (sourceId: string, quote: string, relation: string) => {
      const { id } = await notebook.call('annotations.createFromQuote', { sourceId, quote })
      const to = { kind: 'claim', id: claim.id } as const
      await notebook.call('links.create', {
        from: { kind: 'annotation', id },
        to,
        relation,
        rationale: 'because',
      })
      return id
    }
    const ids = [
      await link(first, 'Four thousand people left', 'supports'),
      await link(second, 'Four thousand people left', 'supports'),
      await link(other, 'Nobody left', 'contradicts'),
    ]
    const files = await vault()
    const page = files.get('Claims/C1 People left the town.md') ?? ''
    expect(page).toContain('## Supported by — 2 sources, 1 origin')
    expect(page).toContain('## Contradicted by — 1 source, 1 origin')
    expect(page.match(/^### One origin: /gm)).toHaveLength(1)
    expect(page).toContain('because')
    const blockLinks = targetsOf(page).filter((target) => target.includes('#^'))
    expect(blockLinks.map((target) => target.split('#^')[1])).toEqual(ids)
    for (const target of blockLinks) {
      const [file = '', block = ''] = target.split('#')
      expect(files.get(`${file}.md`)).toMatch(new RegExp(`^\\${block}$`, 'm'))
    }
  })

  it('leads from a quote and a reference in a note to their places', async () => {
    const [sourceId = ''] = await importTexts(notebook, [['a.txt', traps]])
    const { id } = await notebook.call('annotations.createFromQuote', {
      sourceId,
      quote: 'He was asked twice.',
    })
    const claim = await notebook.call('claims.create', { statement: 'Asked twice' })
    const markdown = `See [C1](crossread://claim/${claim.id}).`
    const note = await notebook.call('notes.create', { title: 'Note', markdown })
    await notebook.call('notes.appendQuote', { id: note.id, annotationId: id })
    const page = (await vault()).get('Notes/Note.md') ?? ''
    expect(page).toContain('See [[Claims/C1 Asked twice|C1]].')
    expect(page).toContain('> He was asked twice.')
    expect(page).toContain(`[[Sources/Budget 1 - who pays for it 😀#^${id}|`)
    expect(page).not.toContain('crossread://')
  })

  it('gives sources of one title files of their own', async () => {
    await importTexts(notebook, [
      ['a.txt', 'Same Title\nThe first text, which is not the other one at all.\n'],
      ['b.txt', 'SAME TITLE\nThe second text, which is not the first one at all.\n'],
    ])
    const names = [...(await vault()).keys()].filter((path) => path.startsWith('Sources/'))
    expect(names.sort()).toEqual(['Sources/SAME TITLE (2).md', 'Sources/Same Title.md'])
  })
})
