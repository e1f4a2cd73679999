import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Annotation } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

const paragraph = (at: number) =>
  `Paragraph ${at} tells of harbour number ${at * 7}, of its ${at + 3} cranes and of what was shipped there in week ${at % 52}.`
/** Longer than what is followed without a thread. */
const long = Array.from({ length: 900 }, (_, at) => paragraph(at))

let notebook: TestNotebook
let sourceId: string
beforeEach(async () => {
  notebook = await testNotebook()
  const { lines } = await notebook.importPaths([await notebook.file('long.txt', long.join('\n\n'))])
  sourceId = lines[0]?.sourceId ?? ''
})
afterEach(() => notebook.close())

const textNow = async () => (await notebook.call('sources.get', { id: sourceId })).text
async function annotate(words: string): Promise<Annotation> {
  const start = (await textNow()).indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  return notebook.call('annotations.create', { sourceId, start, end: start + words.length })
}
async function correction(words: string, text: string) {
  const start = (await textNow()).indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  return notebook.call('sources.correct', {
    id: sourceId,
    edits: [{ start, end: start + words.length, text }],
  })
}
const stateOf = async ({ id }: Annotation) => {
  const { state, start, end, quote } = await notebook.call('annotations.get', { id })
  if (state !== 'lost') expect((await textNow()).slice(start, end)).toBe(quote)
  return [state, quote]
}

test('a long text is followed on another thread, as one step that is undone as a whole', async () => {
  const before = await annotate('harbour number 70,')
  const changed = await annotate('harbour number 700, of its 103 cranes')
  const behind = await annotate('Paragraph 850 tells')
  const text = await textNow()
  const report = await correction('700, of its 103', '700, of its one hundred')
  expect(report.counts).toEqual({ exact: 1, moved: 1, changed: 1, lost: 0 })
  expect(await stateOf(before)).toEqual(['exact', 'harbour number 70,'])
  expect(await stateOf(changed)).toEqual(['changed', 'harbour number 700, of its one hundred cranes'])
  expect(await stateOf(behind)).toEqual(['moved', 'Paragraph 850 tells'])
  expect((await notebook.call('search.query', { query: '"its one hundred cranes"' })).hits).toHaveLength(1)
  expect((await notebook.call('search.query', { query: '"its 103 cranes"' })).hits).toEqual([])
  await notebook.call('history.undo', {})
  expect(await textNow()).toBe(text)
  expect(await stateOf(changed)).toEqual(['exact', 'harbour number 700, of its 103 cranes'])
  expect(await notebook.call('notebook.check', {})).toEqual({ ok: true, problems: [] })
})

test('what is annotated while a text is followed is moved along', async () => {
  const running = correction('Paragraph 1 tells', 'Quite early on, paragraph 1 tells')
  const text = await textNow()
  const start = text.indexOf('Paragraph 500 tells')
  const made = await notebook.call('annotations.create', {
    sourceId,
    start,
    end: start + 'Paragraph 500 tells'.length,
  })
  const gone = await annotate('Paragraph 600 tells')
  await notebook.call('annotations.delete', { id: gone.id })
  const report = await running
  expect(report.outcomes.map(({ annotationId }) => annotationId)).toEqual([made.id])
  expect(await stateOf(made)).toEqual(['moved', 'Paragraph 500 tells'])
})

test('corrections that come at the same time follow each other, and each of them stands', async () => {
  const made = await annotate('Paragraph 500 tells')
  // Of the same length: the second one's place is right in either text.
  const all = [
    correction('Paragraph 1 tells', 'Paragraph 1 spoke'),
    correction('Paragraph 899 tells', 'Paragraph 899 spoke'),
  ]
  const reports = await Promise.all(all)
  expect(reports.every(({ changed }) => changed)).toBe(true)
  expect(await textNow()).toBe(
    long
      .join('\n')
      .replace('Paragraph 1 tells', 'Paragraph 1 spoke')
      .replace('Paragraph 899 tells', 'Paragraph 899 spoke'),
  )
  expect(await stateOf(made)).toEqual(['exact', 'Paragraph 500 tells'])
  await notebook.call('history.undo', {})
  await notebook.call('history.undo', {})
  expect(await textNow()).toBe(long.join('\n'))
  expect(await stateOf(made)).toEqual(['exact', 'Paragraph 500 tells'])
})

test('a correction goes to the words it was made on, wherever they stand by then, or nowhere', async () => {
  const text = await textNow()
  const put = (words: string, instead: string) => {
    const start = text.indexOf(words)
    return notebook.call('sources.correct', {
      id: sourceId,
      edits: [{ start, end: start + words.length, text: instead }],
    })
  }
  // All are made on the text as it is before any of them.
  const outcomes = await Promise.allSettled([
    put('Paragraph 1 tells', 'Quite early on, paragraph 1 tells'),
    put('Paragraph 899 tells', 'The last paragraph tells'),
    put('1 tells of harbour', '1 speaks of harbour'),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  expect(outcomes[2]).toMatchObject({ reason: { code: 'conflict' } })
  expect(await textNow()).toBe(
    text
      .replace('Paragraph 1 tells', 'Quite early on, paragraph 1 tells')
      .replace('Paragraph 899 tells', 'The last paragraph tells'),
  )
})

test('a correction that an undo comes before goes to the words it was made on', async () => {
  const first = await textNow()
  await correction('Paragraph 1 tells', 'Quite early on, paragraph 1 tells')
  const running = correction('Paragraph 899 tells', 'The last paragraph tells')
  await textNow()
  await notebook.call('history.undo', {})
  await running
  const undone = first.replace('Paragraph 899 tells', 'The last paragraph tells')
  // Where the correction was quicker, it is what was undone.
  expect([undone, first.replace('Paragraph 1 tells', 'Quite early on, paragraph 1 tells')]).toContain(
    await textNow(),
  )
})

test('a source that is deleted meanwhile is not changed, and says so', async () => {
  const running = correction('Paragraph 1 tells', 'Paragraph 1 speaks')
  const outcome = running.then(
    () => null,
    (error) => error,
  )
  await textNow()
  await notebook.call('sources.delete', { id: sourceId })
  expect([null, 'not_found']).toContain((await outcome)?.code ?? null)
  await notebook.call('history.undo', {})
  expect(await notebook.call('notebook.check', {})).toEqual({ ok: true, problems: [] })
})
