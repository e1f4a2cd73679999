import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Annotation, DriftedAnnotation, TextChangeReport } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

const article = [
  '# Harbour to close',
  'The port authority said on Monday that the inner harbour will close for three years from 2026.',
  'About 1,200 jobs depend on it, according to the union. The mayor, Ada Brannock, denied it.',
  'A decision is expected in June, when the council meets again in its old chamber above the fish market.',
].join('\n\n')

let notebook: TestNotebook
let sourceId: string
beforeEach(async () => {
  notebook = await testNotebook()
  const { lines } = await notebook.importPaths([await notebook.file('harbour.md', article)])
  sourceId = lines[0]?.sourceId ?? ''
})
afterEach(() => notebook.close())

const textNow = async () => (await notebook.call('sources.get', { id: sourceId })).text
async function edit(...edits: [string, string][]): Promise<TextChangeReport> {
  const text = await textNow()
  const placed = edits.map(([words, replacement]) => {
    const start = text.indexOf(words)
    expect(start).toBeGreaterThanOrEqual(0)
    return { start, end: start + words.length, text: replacement }
  })
  placed.sort((a, b) => a.start - b.start)
  return notebook.call('sources.correct', { id: sourceId, edits: placed })
}
async function annotate(words: string): Promise<Annotation> {
  const start = (await textNow()).indexOf(words)
  return notebook.call('annotations.create', { sourceId, start, end: start + words.length })
}
const drifted = () => notebook.call('annotations.drifted', {})
const shown = ({ annotation, oldQuote }: DriftedAnnotation) => [annotation.state, oldQuote, annotation.quote]
const inboxDrifted = async () =>
  (await notebook.call('views.inbox', {})).filter(({ rule }) => rule === 'anchor-drifted')

test('what a change of the text did to annotations is listed until it is judged, in the order of the text', async () => {
  await annotate('Harbour to close')
  const moved = await annotate('inner harbour')
  const changed = await annotate('1,200 jobs depend')
  const lost = await annotate('in its old chamber above the fish market')
  expect(await drifted()).toEqual([])
  await edit(['on Monday ', ''], ['1,200', '2,100'], [' in its old chamber above the fish market', ''])
  const list = await drifted()
  expect(list.map(shown)).toEqual([
    ['moved', 'inner harbour', 'inner harbour'],
    ['changed', '1,200 jobs depend', '2,100 jobs depend'],
    ['lost', 'in its old chamber above the fish market', 'in its old chamber above the fish market'],
  ])
  expect(list.map(({ sourceTitle }) => sourceTitle)).toEqual(Array(3).fill('Harbour to close'))
  expect((await inboxDrifted()).map(({ object }) => object.id)).toEqual([changed.id, lost.id])

  const ids = [moved.id, changed.id, lost.id]
  expect(await notebook.call('annotations.accept', { ids })).toEqual({ accepted: 3 })
  expect(await drifted()).toEqual([])
  expect(await inboxDrifted()).toEqual([])
  const states = (await notebook.call('annotations.list', { sourceId })).map(({ state, quote }) => [
    state,
    quote,
  ])
  expect(states).toContainEqual(['exact', '2,100 jobs depend'])
  expect(states).toContainEqual(['lost', 'in its old chamber above the fish market'])
  const { undo } = await notebook.call('history.state', {})
  expect(undo?.label).toBe('annotations.accept')

  await notebook.call('history.undo', {})
  expect((await drifted()).map(shown)).toEqual(list.map(shown))
  await notebook.call('history.redo', {})
  expect(await drifted()).toEqual([])
})

test('accepting what waits for nobody is no step of the history', async () => {
  const { id } = await annotate('inner harbour')
  const before = await notebook.call('history.state', {})
  expect(await notebook.call('annotations.accept', { ids: [id] })).toEqual({ accepted: 0 })
  expect(await notebook.call('history.state', {})).toEqual(before)
})

test('through several changes the words of before all of them are kept, and where they come back nothing changed', async () => {
  await annotate('1,200 jobs depend')
  await edit(['1,200', '2,100'])
  await edit(['2,100 jobs', '2,150 jobs'])
  expect((await drifted()).map(shown)).toEqual([['changed', '1,200 jobs depend', '2,150 jobs depend']])
  await edit(['About 2,150 jobs depend on it, ', ''])
  expect((await drifted()).map(shown)).toEqual([['lost', '1,200 jobs depend', '2,150 jobs depend']])
  for (let step = 0; step < 1; step++) await notebook.call('history.undo', {})
  await edit(['2,150', '1,200'])
  expect((await drifted()).map(shown)).toEqual([['moved', '1,200 jobs depend', '1,200 jobs depend']])
})

test('a place given by hand is exact, and nothing of the change is kept', async () => {
  const { id } = await annotate('1,200 jobs depend')
  await edit(['1,200', '2,100'])
  const start = (await textNow()).indexOf('2,100 jobs')
  const placed = await notebook.call('annotations.update', { id, start, end: start + '2,100 jobs'.length })
  expect(placed).toMatchObject({ state: 'exact', quote: '2,100 jobs' })
  expect(await drifted()).toEqual([])
  await edit(['2,100', '1,900'])
  expect((await drifted()).map(shown)).toEqual([['changed', '2,100 jobs', '1,900 jobs']])
})

test('a lost one that was judged waits again once it is found', async () => {
  const { id } = await annotate('when the council meets again')
  await edit([' when the council meets again', ''])
  await notebook.call('annotations.accept', { ids: [id] })
  expect(await drifted()).toEqual([])
  await edit(['three years', 'four years'])
  expect(await drifted()).toEqual([])
  await edit(['in June,', 'in June, when the council meets again'])
  expect((await drifted()).map(shown)).toEqual([
    ['moved', 'when the council meets again', 'when the council meets again'],
  ])
})

test('a change that nobody judged still waits when the passage was lost and is found again in between', async () => {
  const { id } = await annotate('1,200 jobs depend')
  const whole = 'About 2,100 jobs depend on it, according to the union. '
  await edit(['1,200', '2,100'])
  await edit([whole, ''])
  expect((await drifted()).map(shown)).toEqual([['lost', '1,200 jobs depend', '2,100 jobs depend']])
  await edit(['The mayor', `${whole}The mayor`])
  expect((await drifted()).map(shown)).toEqual([['changed', '1,200 jobs depend', '2,100 jobs depend']])
  await edit(['2,100', '1,200'])
  expect((await drifted()).map(shown)).toEqual([['moved', '1,200 jobs depend', '1,200 jobs depend']])
  await notebook.call('annotations.accept', { ids: [id] })
  expect(await drifted()).toEqual([])
})

test('a lost one is offered the passages most like it, and stays lost', async () => {
  const { id } = await annotate('A decision is expected in June, when the council meets again')
  await edit([
    'A decision is expected in June, when the council meets again in its old chamber above the fish market.',
    'Nothing is known.\nThe council will not meet in its old chamber. In June, it is expected, the council meets to decide again.',
  ])
  const [only] = await drifted()
  expect(only?.annotation).toMatchObject({ id, state: 'lost' })
  expect(only?.places[0]?.quote).toContain('the council meets')
  const text = await textNow()
  for (const { start, end, quote } of only?.places ?? []) expect(text.slice(start, end)).toBe(quote)
})

test('one source is asked for alone', async () => {
  await annotate('1,200 jobs depend')
  await edit(['1,200', '2,100'])
  const { lines } = await notebook.importPaths([
    await notebook.file('other.md', 'Another text of some words.'),
  ])
  const other = lines[0]?.sourceId ?? ''
  expect(await notebook.call('annotations.drifted', { sourceId: other })).toEqual([])
  expect(await notebook.call('annotations.drifted', { sourceId })).toHaveLength(1)
})
