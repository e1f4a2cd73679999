import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Annotation, TextChangeReport } from '#shared/model.ts'
import { type TestNotebook, testNotebook } from '../../helpers/notebook.ts'

const article = [
  '# Harbour to close',
  'The port authority said on Monday that the inner harbour will close for three years from 2026.',
  'About 1,200 jobs depend on it, according to the union. The mayor, Ada Brannock, denied it.',
  'The mayor, Ada Brannock, denied it.',
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

const source = () => notebook.call('sources.get', { id: sourceId })
async function edit(...edits: [string, string][]): Promise<TextChangeReport> {
  const { text } = await source()
  const placed = edits.map(([words, replacement]) => {
    const start = text.indexOf(words)
    expect(start).toBeGreaterThanOrEqual(0)
    return { start, end: start + words.length, text: replacement }
  })
  placed.sort((a, b) => a.start - b.start)
  return notebook.call('sources.correct', { id: sourceId, edits: placed })
}
async function annotate(words: string, occurrence = 0): Promise<Annotation> {
  const { text } = await source()
  let start = -1
  for (let index = 0; index <= occurrence; index++) start = text.indexOf(words, start + 1)
  return notebook.call('annotations.create', { sourceId, start, end: start + words.length })
}
const stateOf = async (id: string) => {
  const { state, quote, start, end } = await notebook.call('annotations.get', { id })
  expect(state === 'lost' || (await source()).text.slice(start, end) === quote).toBe(true)
  return [state, quote]
}

/** Everything that a correction may change and undoing it has to bring back. */
function dump(): string {
  const db = new Database(notebook.notebookPath, { readonly: true })
  const tables = ['source', 'annotation', 'flag', 'link', 'tagging', 'origin']
  const rows = tables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all())
  const indexed = db.prepare('SELECT id FROM block_index_docsize ORDER BY id').all()
  db.close()
  return JSON.stringify([rows, indexed])
}

test('a correction changes text, words and search, and says what became of every annotation', async () => {
  const before = await source()
  const kept = await annotate('inner harbour')
  const behind = await annotate('A decision is expected')
  const within = await annotate('1,200 jobs depend on it')
  const gone = await annotate('above the fish market')
  const report = await edit(
    ['on Monday ', ''],
    ['1,200', '2,100'],
    [' in its old chamber above the fish market', ''],
  )
  expect(report).toMatchObject({
    sourceId,
    changed: true,
    counts: { exact: 0, moved: 2, changed: 1, lost: 1 },
  })
  expect(
    report.outcomes.map(({ annotationId, state, after }) => [annotationId, state, after?.quote ?? null]),
  ).toEqual([
    [kept.id, 'moved', 'inner harbour'],
    [within.id, 'changed', '2,100 jobs depend on it'],
    [behind.id, 'moved', 'A decision is expected'],
    [gone.id, 'lost', null],
  ])
  expect(await stateOf(kept.id)).toEqual(['moved', 'inner harbour'])
  expect(await stateOf(within.id)).toEqual(['changed', '2,100 jobs depend on it'])
  expect(await stateOf(gone.id)).toEqual(['lost', 'above the fish market'])
  const after = await source()
  expect(after).toMatchObject({ corrected: true, words: before.words - 10, fileName: before.fileName })
  expect(after.textHash).not.toBe(before.textHash)
  expect(after.blocks.map(({ kind }) => kind)).toEqual(before.blocks.map(({ kind }) => kind))
  expect((await notebook.call('search.query', { query: 'monday' })).hits).toEqual([])
  expect((await notebook.call('search.query', { query: '2,100' })).hits).toHaveLength(1)
  const original = await notebook.call('sources.original', { id: sourceId })
  expect(new TextDecoder().decode(original.bytes)).toBe(article)
})

test('undo and redo take text, annotations, flags and search back and forth as they were', async () => {
  await annotate('inner harbour')
  await annotate('old chamber')
  const { text } = await source()
  await notebook.call('flags.exclude', { sourceId, start: text.indexOf('A decision'), end: text.length })
  const before = dump()
  await edit(['2026', '2027'], [' in its old chamber', ''])
  const after = dump()
  expect(after).not.toBe(before)
  const { step } = await notebook.call('history.undo', {})
  expect(step.label).toBe('sources.correct')
  expect(dump()).toBe(before)
  await notebook.call('history.redo', {})
  expect(dump()).toBe(after)
})

test('a sentence that stands twice is told apart by where it was edited, and not at all where nobody can', async () => {
  const sentence = 'The mayor, Ada Brannock, denied it.'
  const first = await annotate(sentence)
  const second = await annotate(sentence, 1)
  await edit(['according to the union. The', 'the union said. The'])
  expect(await stateOf(first.id)).toEqual(['moved', sentence])
  expect(await stateOf(second.id)).toEqual(['moved', sentence])
  await edit([`the union said. ${sentence}`, 'the union said.'])
  expect(await stateOf(first.id)).toEqual(['lost', sentence])
  expect(await stateOf(second.id)).toEqual(['moved', sentence])
})

test('of two repetitions side by side nobody knows which one went', async () => {
  const twice = 'Nobody was hurt. Nobody was hurt. It rained.'
  const { lines } = await notebook.importPaths([
    await notebook.file('twice.txt', `Fire at the mill\n\n${twice}\n`),
  ])
  sourceId = lines[0]?.sourceId ?? ''
  const first = await annotate('Nobody was hurt.')
  const second = await annotate('Nobody was hurt.', 1)
  const rain = await annotate('It rained')
  await edit(['Nobody was hurt. Nobody', 'Nobody'])
  expect((await stateOf(first.id))[0]).toBe('lost')
  expect((await stateOf(second.id))[0]).toBe('lost')
  expect((await stateOf(rain.id))[0]).toBe('moved')
})

test('a lost annotation is found again when its words come back, and a changed one stays changed until it is looked at', async () => {
  const gone = await annotate('when the council meets again')
  const changed = await annotate('three years')
  await edit([' when the council meets again', ''], ['three years', 'four years'])
  expect([(await stateOf(gone.id))[0], await stateOf(changed.id)]).toEqual([
    'lost',
    ['changed', 'four years'],
  ])
  await edit(['in June,', 'in June, when the council meets again'])
  expect([(await stateOf(gone.id))[0], await stateOf(changed.id)]).toEqual([
    'moved',
    ['changed', 'four years'],
  ])
  const { start, end } = await notebook.call('annotations.get', { id: changed.id })
  await notebook.call('annotations.update', { id: changed.id, start, end })
  expect((await stateOf(changed.id))[0]).toBe('exact')
})

test('what is cut out of one place and put in another takes its annotations along', async () => {
  const whole =
    'A decision is expected in June, when the council meets again in its old chamber above the fish market.'
  const moved = await annotate('old chamber above the fish market')
  const { text } = await source()
  const start = text.indexOf(whole)
  await notebook.call('sources.correct', {
    id: sourceId,
    edits: [
      { start: text.indexOf('The port'), end: text.indexOf('The port'), text: `${whole}\n` },
      { start: start - 1, end: start + whole.length, text: '' },
    ],
  })
  expect(await stateOf(moved.id)).toEqual(['moved', 'old chamber above the fish market'])
})

test('what is excluded stays excluded while it stands, and other flags go with what they were about', async () => {
  const { text } = await source()
  const start = text.indexOf('A decision')
  const tail = await notebook.call('flags.exclude', { sourceId, start, end: text.length })
  await edit(['three years', 'a long time'], ['fish market', 'corn market'])
  const after = await source()
  const [moved] = await notebook.call('flags.list', { sourceId })
  expect(moved).toMatchObject({ id: tail.id, state: 'excluded', end: after.text.length })
  expect(after.text.slice(moved?.start ?? 0)).toMatch(/^A decision .* corn market\.$/)
  expect((await notebook.call('search.query', { query: 'corn' })).hits).toEqual([])
  await edit([after.text.slice(after.text.indexOf('\nA decision')), ''])
  expect(await notebook.call('flags.list', { sourceId })).toEqual([])
})

test('flags are judged anew: what was put right loses its flag, what is still wrong keeps it', async () => {
  const flawed = [
    'Report on the talks',
    'The delegates spoke of den спостері4 nuclearization and of much besides in a long session on Tuesday.',
    'Nothing was decided in the end, the delegates said as they left the building late at night.',
  ].join('\n\n')
  const { lines } = await notebook.importPaths([await notebook.file('flawed.txt', flawed)])
  sourceId = lines[0]?.sourceId ?? ''
  const kinds = async () =>
    (await notebook.call('flags.list', { sourceId })).map(({ kind, start, end }) => [kind, start, end])
  const [flag] = await kinds()
  expect(flag?.[0]).toBe('mixed-script')
  await edit(['Report on', 'A report on'])
  expect(await kinds()).toEqual([['mixed-script', Number(flag?.[1]) + 2, Number(flag?.[2]) + 2]])
  await edit(['den спостері4 nuclearization', 'denuclearization'])
  expect(await kinds()).toEqual([])
  await notebook.call('history.undo', {})
  expect(await kinds()).toHaveLength(1)
})

test.each([
  ['outside the text', [{ start: 0, end: 1_000_000, text: '' }], 'An edit lies outside the text.'],
  ['backwards', [{ start: 5, end: 2, text: '' }], 'An edit lies outside the text.'],
  [
    'overlapping',
    [
      { start: 0, end: 5, text: '' },
      { start: 4, end: 6, text: '' },
    ],
    'Edits have to be in order, and must not overlap.',
  ],
  [
    'out of order',
    [
      { start: 8, end: 9, text: '' },
      { start: 4, end: 6, text: '' },
    ],
    'Edits have to be in order, and must not overlap.',
  ],
])('edits that are %s are refused and change nothing', async (_, edits, message) => {
  const before = dump()
  await expect(notebook.call('sources.correct', { id: sourceId, edits })).rejects.toMatchObject({
    code: 'invalid_input',
    message,
  })
  expect(dump()).toBe(before)
})

test('half a character is no place for an edit, and no text is no correction', async () => {
  const { lines } = await notebook.importPaths([
    await notebook.file('smile.txt', 'Smile 😀 now and then, it is good for you.'),
  ])
  sourceId = lines[0]?.sourceId ?? ''
  const { text } = await source()
  const inside = text.indexOf('😀') + 1
  const send = (start: number, end: number) =>
    notebook.call('sources.correct', { id: sourceId, edits: [{ start, end, text: '' }] })
  await expect(send(inside, inside)).rejects.toMatchObject({ message: 'An edit cuts a character in two.' })
  await expect(send(0, text.length)).rejects.toMatchObject({ code: 'invalid_input' })
  expect((await source()).text).toBe(text)
})

test('an edit that leaves the text as it was is no step of the history', async () => {
  const annotation = await annotate('inner harbour')
  const before = await notebook.call('history.state', {})
  const report = await edit(['Monday', 'Mon\u00adday '])
  expect(report).toMatchObject({ changed: false, counts: { exact: 1, moved: 0, changed: 0, lost: 0 } })
  expect(report.outcomes).toEqual([
    expect.objectContaining({
      annotationId: annotation.id,
      state: 'exact',
      after: report.outcomes[0]?.before,
    }),
  ])
  expect(await notebook.call('history.state', {})).toEqual(before)
  expect((await source()).corrected).toBe(false)
})

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  text: fc.constantFrom('', ' ', 'new words ', '\n', '😀', 'A\nB', 'denied it.', '港口', 'הנמל ', 'e\u0301'),
})

/** Scripts without spaces, from right to left, with marks and with characters of two units, and a sentence that comes again. */
const everyScript = [
  '港口管理局週一表示，內港將從二〇二六年起關閉三年。龍應台說：「我們不同意。」',
  'רשות הנמל הודיעה ביום שני כי הנמל הפנימי ייסגר לשלוש שנים. ראש העיר הכחיש זאת.',
  'أعلنت هيئة الميناء يوم الاثنين أن الميناء الداخلي سيغلق ثلاث سنوات. نفى رئيس البلدية ذلك.',
  'The crew 👩‍🔬👍🏽 wrote “Größe”, cafe\u0301 and 𝒜 on the wall. The mayor, Ada Brannock, denied it.',
].join('\n\n')

test('whatever is corrected, every annotation stands on its words or says that it is lost, and undo brings all back', async () => {
  const { lines } = await notebook.importPaths([
    await notebook.file('scripts.md', `${article}\n\n${everyScript}`),
  ])
  sourceId = lines[0]?.sourceId ?? ''
  for (const words of [
    'port authority',
    'three years',
    '1,200 jobs',
    'denied it',
    'in June',
    'fish market.',
    '內港將從',
    '龍應台說',
    'הנמל הפנימי',
    'ראש העיר הכחיש',
    'الميناء الداخلي',
    '👩‍🔬👍🏽',
    '𝒜 on',
  ]) {
    await annotate(words)
  }
  await annotate('The mayor, Ada Brannock, denied it.', 1)
  await annotate('The mayor, Ada Brannock, denied it.', 2)
  const made = new Map(
    (await notebook.call('annotations.list', { sourceId })).map(({ id, quote }) => [id, quote]),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (corrections) => {
        const before = dump()
        let steps = 0
        for (const changes of corrections) {
          const { text } = await source()
          const starts = changes.map((one) => Math.floor(one.at * text.length)).sort((a, b) => a - b)
          const edits = changes.map((one, index) => {
            const start = starts[index] ?? 0
            return {
              start,
              end: Math.min(text.length, start + one.length, starts[index + 1] ?? text.length),
              text: one.text,
            }
          })
          const report = await notebook.call('sources.correct', { id: sourceId, edits }).catch((error) => {
            expect(error).toMatchObject({ code: 'invalid_input' })
            return null
          })
          if (report?.changed) steps++
          const after = await source()
          const annotations = await notebook.call('annotations.list', { sourceId })
          expect(annotations).toHaveLength(made.size)
          for (const { id, state, start, end, quote } of annotations) {
            if (state !== 'lost') expect(after.text.slice(start, end)).toBe(quote)
            // Other words than those it was made on are never passed over in silence.
            if (state === 'exact' || state === 'moved') expect(quote).toBe(made.get(id))
          }
          const waiting = await notebook.call('annotations.drifted', { sourceId })
          expect(waiting.map(({ annotation, oldQuote }) => [annotation.id, oldQuote])).toEqual(
            annotations.filter(({ state }) => state !== 'exact').map(({ id }) => [id, made.get(id)]),
          )
          for (const { places } of waiting) {
            for (const { start, end, quote } of places) expect(after.text.slice(start, end)).toBe(quote)
          }
        }
        for (; steps > 0; steps--) await notebook.call('history.undo', {})
        expect(dump()).toBe(before)
      },
    ),
    { numRuns: 12 },
  )
}, 120_000)
