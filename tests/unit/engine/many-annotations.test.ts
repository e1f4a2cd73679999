import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '#shared/ids.ts'
import type { RichText } from '#shared/model.ts'
import { plainToRichText, quoteBlock, referenceType, walkRichText } from '#shared-editor/text.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

const words = 'The ferry ran aground on Sunday. Nobody was hurt, the captain said.'

let notebook: TestNotebook
let sourceId: string
beforeEach(async () => {
  notebook = await testNotebook()
  const { lines } = await notebook.importPaths([await notebook.file('a.txt', words)])
  sourceId = lines[0]?.sourceId ?? ''
})
afterEach(() => notebook.close())

const on = (quote: string, more: { comment?: RichText; tags?: string[] } = {}) =>
  notebook.call('annotations.create', {
    sourceId,
    start: words.indexOf(quote),
    end: words.indexOf(quote) + quote.length,
    ...more,
  })
const list = () => notebook.call('annotations.list', {})
/** Everything that undo has to bring back. */
const everything = async () => ({
  annotations: await list(),
  links: await notebook.call('links.list', {}),
  notes: await notebook.call('notes.list', {}),
})

test('many are recoloured and tagged as one step, and what is left out stays', async () => {
  const [a, b, c] = [await on('ferry', { tags: ['sea', 'Old'] }), await on('Sunday'), await on('hurt')]
  const before = await list()
  const updated = await notebook.call('annotations.updateMany', {
    ids: [a.id, b.id, a.id],
    colour: 'blue',
    addTags: ['SEA', 'news'],
    removeTags: ['old'],
  })
  expect(updated).toEqual({ updated: 2 })
  expect((await list()).map(({ colour, tags }) => [colour, ...tags])).toEqual([
    ['blue', 'news', 'sea'],
    ['blue', 'news', 'sea'],
    ['yellow'],
  ])
  await notebook.call('history.undo', {})
  expect(await list()).toEqual(before)
  expect(before.at(2)?.id).toBe(c.id)
})

test('many are deleted as one step with their links, or none where one is unknown', async () => {
  const [a, b] = [await on('ferry', { tags: ['sea'] }), await on('Sunday')]
  const claim = await notebook.call('claims.create', { statement: 'It ran aground.' })
  await notebook.call('links.create', {
    from: { kind: 'annotation', id: a.id },
    to: { kind: 'claim', id: claim.id },
    relation: 'supports',
  })
  const before = await everything()
  await expect(notebook.call('annotations.deleteMany', { ids: [a.id, newId()] })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(await everything()).toEqual(before)
  expect(await notebook.call('annotations.deleteMany', { ids: [b.id, a.id] })).toEqual({ deleted: 2 })
  expect(await everything()).toMatchObject({ annotations: [], links: [] })
  await notebook.call('history.undo', {})
  expect(await everything()).toEqual(before)
})

test('merging keeps the first and gives it the range, the comments, the tags and the links of all', async () => {
  const later = await on('Sunday', { comment: plainToRichText('When?'), tags: ['day'] })
  const first = await on('ferry', { comment: plainToRichText('Which one?'), tags: ['sea'] })
  const same = await on('ran aground', { comment: plainToRichText('When?') })
  const claims = await Promise.all(
    ['It ran aground.', 'It was a Sunday.'].map((statement) => notebook.call('claims.create', { statement })),
  )
  const link = (from: string, to: { kind: 'claim' | 'annotation'; id: string }, rationale: string) =>
    notebook.call('links.create', {
      from: { kind: 'annotation', id: from },
      to,
      relation: 'supports',
      rationale,
    })
  const [aground, sunday] = claims.map(({ id }) => ({ kind: 'claim' as const, id }))
  if (!aground || !sunday) throw new Error('two claims')
  await link(first.id, aground, 'It says so.')
  await link(same.id, aground, 'In these words.')
  await link(later.id, sunday, '')
  await link(later.id, { kind: 'annotation', id: first.id }, 'Among themselves.')
  const before = await everything()

  const merged = await notebook.call('annotations.merge', { ids: [later.id, same.id, first.id] })
  expect(merged).toMatchObject({
    id: first.id,
    quote: 'ferry ran aground on Sunday',
    commentText: 'Which one?\nWhen?',
    tags: ['day', 'sea'],
    state: 'exact',
  })
  expect(await list()).toEqual([merged])
  const links = await notebook.call('links.list', {})
  expect(links.map(({ from, to, rationale }) => [from.id, to.id, rationale])).toEqual([
    [first.id, aground.id, 'It says so.\nIn these words.'],
    [first.id, sunday.id, ''],
  ])
  await notebook.call('history.undo', {})
  expect(await everything()).toEqual(before)
  await notebook.call('history.redo', {})
  expect(await list()).toEqual([merged])
})

test('quotes and mentions of what was merged lead to what is kept', async () => {
  const first = await on('ferry')
  const gone = await on('Sunday')
  const quote = quoteBlock({ annotationId: gone.id, sourceId, quote: 'Sunday', title: 'A' })
  const mention = { type: referenceType, version: 1, kind: 'annotation', id: gone.id, label: 'Sunday' }
  const content = plainToRichText('See')
  content.root.children.push(quote, { ...content.root.children[0], type: 'paragraph', children: [mention] })
  const note = await notebook.call('notes.create', { title: 'A note', content })
  const other = await on('hurt', { comment: content })
  await notebook.call('annotations.merge', { ids: [first.id, gone.id] })

  const named = async () => {
    const { content: now } = await notebook.call('notes.get', { id: note.id })
    const { comment } = await notebook.call('annotations.get', { id: other.id })
    return [now, comment ?? plainToRichText('')].flatMap((text) =>
      [...walkRichText(text)].flatMap((node) =>
        node.type === quote.type
          ? [node.annotationId, node.quote]
          : node.type === referenceType
            ? [node.id]
            : [],
      ),
    )
  }
  expect(await named()).toEqual([first.id, 'Sunday', first.id, first.id, 'Sunday', first.id])
  await notebook.call('history.undo', {})
  expect(await named()).toEqual([gone.id, 'Sunday', gone.id, gone.id, 'Sunday', gone.id])
})

test('annotations of two sources are not merged', async () => {
  const { lines } = await notebook.importPaths([await notebook.file('b.txt', 'Another story altogether.')])
  const a = await on('ferry')
  const b = await notebook.call('annotations.create', {
    sourceId: lines[0]?.sourceId ?? '',
    start: 0,
    end: 7,
  })
  const before = await list()
  await expect(notebook.call('annotations.merge', { ids: [a.id, b.id] })).rejects.toMatchObject({
    code: 'invalid_input',
  })
  expect(await list()).toEqual(before)
})
