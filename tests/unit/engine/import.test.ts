import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Engine, openEngine } from '#engine/engine.ts'
import { canonicalText } from '#engine/import/canonical.ts'
import { canonicalise } from '#engine/import/canonicalise.ts'
import { findDateline } from '#engine/import/dateline.ts'
import { textToBlocks } from '#engine/import/extract/text/index.ts'
import { listFiles } from '#engine/import/read.ts'
import { firstSentence } from '#engine/import/title.ts'

/** The blocks of a plain text as they are stored. */
const toBlocks = (text: string) =>
  canonicalise({ mediaType: 'text/plain', metadata: {}, notes: [], ...textToBlocks(text) }).blocks

let folder: string
let engine: Engine
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, 'in', name)
  writeFileSync(path, content)
  return path
}
const importPaths = (...paths: string[]) =>
  engine.call('import.run', {
    jobId: crypto.randomUUID(),
    handles: paths.map((path) => engine.grant({ path, purpose: 'import' })),
  })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-import-'))
  mkdirSync(join(folder, 'in'))
  engine = openEngine({ notebookPath: join(folder, 'n.crossread'), sampleFolder: folder, create: true })
})
afterEach(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every file ends as imported, skipped or failed with its reason, and none stops the rest', async () => {
  const good = file('good.txt', 'A Headline\nWords of an article that go on for a while.')
  const twin = file('twin.txt', 'A Headline\nWords of an article that go on for a while.')
  const gone = join(folder, 'in', 'gone.txt')
  const loop = join(folder, 'in', 'loop.txt')
  symlinkSync(loop, loop)
  const cases: [string, string | RegExp][] = [
    [file('empty.txt', ''), 'The file is empty.'],
    [file('blank.txt', ' \n\t\n'), 'There is no text in this file, only white space.'],
    [file('invisible.txt', '\u200b\u2060'), 'There is no text in this file.'],
    [
      file('binary.txt', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0xff])),
      'This is a binary file, not text.',
    ],
    [file('nul.txt', 'text with a \0 inside'), 'This is a binary file, not text.'],
    [file('page.PDF', 'text'), /PDF/],
    [file('book.MOBI', 'text'), /^Files of the kind “.mobi” cannot be read. Crossread reads text, .*BibTeX/],
    [file('old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])), /Save it as .docx/],
    [
      file('image.v2', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])),
      'This is a binary file, not text.',
    ],
    [gone, 'There is no such file (any more).'],
    [loop, 'This link leads back to itself.'],
  ]
  const report = await importPaths(...cases.map(([path]) => path), good, twin)
  expect(report.summary).toMatchObject({ imported: 1, skipped: 1, failed: cases.length })
  cases.forEach(([path, reason], index) => {
    const expected = typeof reason === 'string' ? reason : expect.stringMatching(reason)
    expect(report.lines[index]).toMatchObject({ path, outcome: 'failed', reason: expected })
  })
  expect(report.lines.at(-1)).toMatchObject({ path: twin, outcome: 'skipped', reason: 'already here' })
  const again = await importPaths(good)
  expect(again.lines[0]).toMatchObject({ outcome: 'skipped', sourceId: report.lines.at(-2)?.sourceId })
})

test('a file too large to be one text says so', async () => {
  const large = file('large.txt', '')
  truncateSync(large, 200_000_001)
  const small = file('small.txt', 'Words.')
  const { lines } = await importPaths(large, small)
  expect(lines.map(({ outcome }) => outcome)).toEqual(['failed', 'imported'])
  expect(lines[0]?.reason).toMatch(/larger than 200 MB/)
})

test('a name whose ending says nothing is taken for text', async () => {
  const odd = file('minutes.constructor', 'Minutes.')
  const report = await importPaths(file('U.S. memo', 'A memo.'), file('report.v2', 'A report.'), odd)
  expect(report.summary).toMatchObject({ imported: 3, skipped: 0, failed: 0 })
})

test.skipIf(process.platform === 'win32')('a file without permission to be read says so', async () => {
  const secret = file('secret.txt', 'secret')
  chmodSync(secret, 0)
  const isRoot = process.geteuid?.() === 0
  // Root may read everything, so for a moment this process is nobody.
  if (isRoot) process.seteuid?.(65_534)
  try {
    expect((await importPaths(secret)).lines[0]?.reason).toBe('You have no permission to read this file.')
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
})

test.skipIf(process.platform === 'win32')(
  'a folder that cannot be opened is one line and stops no other',
  async () => {
    mkdirSync(join(folder, 'in', 'b.pdf'))
    const files = [file('a.txt', 'The first.'), file('c.txt', 'The last.')]
    chmodSync(join(folder, 'in', 'b.pdf'), 0)
    chmodSync(folder, 0o755)
    const isRoot = process.geteuid?.() === 0
    if (isRoot) process.seteuid?.(65_534)
    try {
      const { lines } = await importPaths(join(folder, 'in'))
      expect(lines.map(({ path }) => path)).toEqual([files[0], join(folder, 'in', 'b.pdf'), files[1]])
      expect(lines.map(({ outcome }) => outcome)).toEqual(['imported', 'failed', 'imported'])
      expect(lines[1]?.reason).toBe('You have no permission to read this folder.')
    } finally {
      if (isRoot) process.seteuid?.(0)
      chmodSync(join(folder, 'in', 'b.pdf'), 0o755)
    }
  },
)

test.skipIf(process.platform === 'win32')('folders too deep for a path are one line', async () => {
  const name = 'd'.repeat(250)
  const start = process.cwd()
  process.chdir(join(folder, 'in'))
  try {
    for (let depth = 0; depth < 20; depth++) {
      mkdirSync(name)
      process.chdir(name)
    }
  } finally {
    process.chdir(start)
  }
  file('e.txt', 'Words.')
  const { lines } = await importPaths(join(folder, 'in'))
  expect(lines.map(({ outcome }) => outcome)).toEqual(['failed', 'imported'])
  expect(lines[0]?.reason).toBe('The path is longer than the system allows.')
  spawnSync('rm', ['-rf', join(folder, 'in')])
})

test('the walk ends when it is cancelled', async () => {
  const controller = new AbortController()
  for (const name of ['a.txt', 'b.txt', 'c.txt']) file(name, 'Words.')
  const names: string[] = []
  for await (const found of listFiles([{ kind: 'path', path: join(folder, 'in') }], controller.signal)) {
    names.push(found.name)
    controller.abort()
  }
  expect(names).toEqual(['a.txt'])
})

test('a folder is walked in order, hidden files left out, and the whole is one step of the history', async () => {
  mkdirSync(join(folder, 'in', 'b'))
  file('a.txt', 'First article here.')
  file('b/c.md', '# Second\n\nArticle here.')
  file('.hidden.txt', 'Not this one.')
  symlinkSync(join(folder, 'in'), join(folder, 'in', 'b', 'back'))
  const report = await importPaths(join(folder, 'in'))
  expect(report.lines.map((line) => line.path.slice(folder.length))).toEqual(['/in/a.txt', '/in/b/c.md'])
  await engine.call('history.undo', {})
  expect((await engine.call('notebook.info', {})).counts.sources).toBe(0)
  expect((await engine.call('search.query', { query: 'article' })).total).toBe(0)
  await engine.call('history.redo', {})
  expect((await engine.call('search.query', { query: 'article' })).total).toBe(2)
})

test('the original bytes are kept, byte order mark and all', async () => {
  const bytes = new TextEncoder().encode(`\ufeffA title\r\n\r\n${'Words and more words. '.repeat(100)}`)
  const { lines } = await importPaths(file('windows.txt', bytes))
  const id = lines[0]?.sourceId ?? ''
  const original = await engine.call('sources.original', { id })
  expect(Buffer.from(original.bytes).equals(Buffer.from(bytes))).toBe(true)
  const source = await engine.call('sources.get', { id })
  expect(source.title).toBe('A title')
  expect(source.text).not.toMatch(/[\r\ufeff]/)
})

test('two files with the same text are two sources of one origin', async () => {
  await importPaths(file('a.txt', 'The same words.'), file('b.txt', 'The  same words.\r\n'))
  const [a, b] = await engine.call('sources.list', {})
  expect([a?.originSize, b?.originSize]).toEqual([2, 2])
  expect(a?.originId).toBe(b?.originId)
})

test('a cancelled import keeps what is done and says that it was cancelled', async () => {
  const paths = Array.from({ length: 300 }, (_, index) =>
    file(`${index}.txt`, `Article ${index} with its words. `.repeat(40)),
  )
  const jobId = crypto.randomUUID()
  engine.on('job', (job) => {
    if (job.state === 'running') void engine.call('jobs.cancel', { jobId })
  })
  const report = await engine.call('import.run', {
    jobId,
    handles: paths.map((path) => engine.grant({ path, purpose: 'import' })),
  })
  expect(report.cancelled).toBe(true)
  expect(report.summary.imported).toBeLessThan(300)
  expect((await engine.call('notebook.info', {})).counts.sources).toBe(report.summary.imported)
  const rest = await importPaths(...paths)
  expect(rest.summary).toMatchObject({
    imported: 300 - report.summary.imported,
    skipped: report.summary.imported,
    failed: 0,
  })
})

test('a text is cut into headings, paragraphs, list items and quotations', () => {
  const text =
    'How It Began\n\nThe first sentence is\u00a0long enough to be a para\u00adgraph.\n\nTHE REST\n- one thing\n- another\n\n> Said somebody.\n\n## Later\nThe end.'
  expect(toBlocks(text).map(({ kind, text: words }) => [kind, words])).toEqual([
    ['heading', 'How It Began'],
    ['paragraph', 'The first sentence is long enough to be a paragraph.'],
    ['heading', 'THE REST'],
    ['list-item', 'one thing'],
    ['list-item', 'another'],
    ['quotation', 'Said somebody.'],
    ['heading', 'Later'],
    ['paragraph', 'The end.'],
  ])
})

test('hard-wrapped lines become one paragraph', () => {
  const wrapped =
    'This paragraph was broken into lines of about seventy letters, as it\nused to be done in mails and on terminals, and it must come out as one\nparagraph again.\n\nThis is another.'
  expect(toBlocks(wrapped)).toHaveLength(2)
})

test.each([
  'Navy Weighs Closing Its Oldest Northern Harbour Next Year',
  'Navy weighs closing its oldest harbour',
])('a headline over hard-wrapped lines stays apart: %j', (headline) => {
  const body =
    'The navy is considering whether to close its oldest harbour in the\nnorth of the country next year, two officials who know of the plan\nsaid on Monday. No decision has been made.'
  const blocks = toBlocks(`${headline}\n${body}`)
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph'])
  expect(blocks[0]?.text).toBe(headline)
})

test('lines that end as sentences are paragraphs where there is no blank line', () => {
  const lines = [
    'The navy is considering whether to close its oldest harbour.',
    'No decision has been made, two officials said on Monday.',
    'The harbour has stood in the north for two hundred years.',
  ]
  expect(toBlocks(lines.join('\n')).map(({ text }) => text)).toEqual(lines)
})

test('blocks always add up to the canonical text, which is normalised', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const blocks = toBlocks(text)
      const canonical = canonicalText(blocks)
      for (const block of blocks)
        expect(canonical.slice(block.start, block.start + block.text.length)).toBe(block.text)
      expect(canonical).toBe(canonical.normalize('NFC'))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the absence of control characters is the point.
      expect(canonical).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u00ad\ufeff]| {2}/)
    }),
  )
})

test('an invisible character between a letter and its accent does not keep them apart', () => {
  expect(toBlocks('Cafe\u00ad\u0301').map(({ text }) => text)).toEqual(['Café'.normalize('NFC')])
})

test('a first sentence does not end at an abbreviation', () => {
  expect(firstSentence('The U.S. mission said Dr. Chen left. Then more.')).toBe(
    'The U.S. mission said Dr. Chen left.',
  )
})

const datelineOf = (text: string) => findDateline(toBlocks(text))

test.each([
  ['Seoul, May 23, 2025 — The region is on edge.', 'Seoul', [2025, 5, 23]],
  ['SEOUL May 23, 2025 - The region is on edge.', 'SEOUL', [2025, 5, 23]],
  ['Rio de Janeiro, 3 October 2024 – Words.', 'Rio de Janeiro', [2024, 10, 3]],
  ['The Hague, Oct. 3, 2024 – Words.', 'The Hague', [2024, 10, 3]],
  ['KYIV, Ukraine, Feb. 29, 2024 — Words.', 'KYIV, Ukraine', [2024, 2, 29]],
  ['WASHINGTON, D.C., SEPT. 1, 2024 — Words.', 'WASHINGTON, D.C.', [2024, 9, 1]],
])('the dateline of %j', (text, place, date) => {
  expect(datelineOf(text)).toEqual({ 'publisher-place': place, issued: { 'date-parts': [date] } })
})

test.each([
  'The treaty was signed on May 5, 1950 – a Friday – in Paris.',
  'Seoul, May 99, 2025 — Words.',
  'Seoul, February 29, 2025 — Words.',
  'Seoul May 23, 2025 — Words.',
  'On Friday, May 5, 1950 – words.',
  'Updated, May 5, 1950 – words.',
  'They met in Seoul, May 23, 2025 — the day of the vote.',
])('no dateline in %j', (text) => {
  expect(datelineOf(text)).toEqual({})
})
