import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { citationLabel } from '#shared/citation.ts'
import { articles } from '../../helpers/articles.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

let notebook: TestNotebook
let sourceId: string
let annotationId: string

beforeEach(async () => {
  notebook = await testNotebook()
  const [article] = articles()
  if (article === undefined) throw new Error('There is no article.')
  await notebook.importPaths([article.path])
  const [source] = await notebook.call('sources.list', {})
  sourceId = source?.id ?? ''
  const annotation = await notebook.call('annotations.create', { sourceId, start: 0, end: 20 })
  annotationId = annotation.id
})
afterEach(() => notebook.close())

describe('backlinks', () => {
  test('are the notes, reasonings and comments that mention or quote an object', async () => {
    const quoting = await notebook.call('notes.create', { title: 'Quoting' })
    await notebook.call('notes.appendQuote', { id: quoting.id, annotationId })
    const claim = await notebook.call('claims.create', { statement: 'It rained.' })
    const note = await notebook.call('notes.create', {
      title: 'Mentioning',
      markdown: `before it [C1](crossread://claim/${claim.id}) says, as [Lee 2025](crossread://source/${sourceId}) does`,
    })
    await notebook.call('claims.update', { id: claim.id, reasoning: note.content })
    await notebook.call('annotations.update', { id: annotationId, comment: note.content })

    expect(
      await notebook.call('notes.backlinks', { object: { kind: 'annotation', id: annotationId } }),
    ).toEqual([
      { from: { kind: 'note', id: quoting.id }, label: 'Quoting', how: 'quote', excerpt: expect.any(String) },
    ])
    const ofSource = await notebook.call('notes.backlinks', { object: { kind: 'source', id: sourceId } })
    expect(ofSource.map(({ label, how }) => [label, how])).toEqual(
      expect.arrayContaining([
        ['Quoting', 'quote'],
        ['Mentioning', 'mention'],
        ['C1 It rained.', 'mention'],
      ]),
    )
    expect(ofSource).toHaveLength(4)
    const ofClaim = await notebook.call('notes.backlinks', { object: { kind: 'claim', id: claim.id } })
    // A claim's own reasoning speaks of itself, which is no news.
    expect(ofClaim.map(({ from }) => from.kind).sort()).toEqual(['annotation', 'note'])
    expect(ofClaim[0]?.excerpt).toContain('before it C1 says')
  })

  test('go with the words that made them', async () => {
    const note = await notebook.call('notes.create', {
      title: 'N',
      markdown: `[a](crossread://source/${sourceId})`,
    })
    const object = { kind: 'source', id: sourceId } as const
    expect(await notebook.call('notes.backlinks', { object })).toHaveLength(1)
    await notebook.call('notes.delete', { id: note.id })
    expect(await notebook.call('notes.backlinks', { object })).toEqual([])
    await notebook.call('history.undo', {})
    expect(await notebook.call('notes.backlinks', { object })).toHaveLength(1)
  })
})

describe('a note that is changed in two places', () => {
  test('refuses what was made on an older state of it', async () => {
    const { id, updatedAt } = await notebook.call('notes.create', { title: 'Shared', markdown: 'one' })
    const { content } = await notebook.call('notes.create', { title: 'Other', markdown: 'two' })
    // Times are told in milliseconds: two changes within one could not be told apart.
    await expect.poll(() => new Date().toISOString() > updatedAt).toBe(true)
    const mine = await notebook.call('notes.update', { id, content, baseUpdatedAt: updatedAt })
    await expect(
      notebook.call('notes.update', { id, title: 'Late', baseUpdatedAt: updatedAt }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect((await notebook.call('notes.get', { id })).title).toBe('Shared')
    await notebook.call('notes.update', { id, title: 'In time', baseUpdatedAt: mine.updatedAt })
    await notebook.call('notes.update', { id, title: 'Whatever there is' })
    expect((await notebook.call('notes.get', { id })).title).toBe('Whatever there is')
  })
})

describe('what a source is called when it is cited', () => {
  test.each([
    [{ author: [{ family: 'Lee', given: 'A' }], issued: { 'date-parts': [[2025, 5]] } }, 'Lee 2025'],
    [
      { author: [{ family: 'Lee' }, { literal: 'Reuters' }], issued: { 'date-parts': [[1999]] } },
      'Lee & Reuters 1999',
    ],
    [{ author: [{ family: 'Lee' }, { family: 'B' }, { family: 'C' }] }, 'Lee et al.'],
    [{ editor: [{ family: 'Ed' }] }, 'Ed'],
    [{ 'container-title': 'The Courier', publisher: 'X' }, 'The Courier'],
    [{}, 'A title'],
  ])('%j is %s', (metadata, label) => {
    expect(citationLabel('A title', metadata)).toBe(label)
  })

  test('sources that are gone are left out', async () => {
    const [found] = await notebook.call('sources.citations', { ids: [annotationId, sourceId] })
    expect(found?.id).toBe(sourceId)
  })
})
