import { expect, test } from 'vitest'
import { correctText } from '#engine/sources/correct-text.ts'
import { type TextEdit, widenEdits } from '#engine/sources/text-edits.ts'
import type { Block, BlockKind } from '#shared/model.ts'

const rows: [BlockKind, number, string, number | null][] = [
  ['heading', 1, 'Harbour to close', 1],
  ['paragraph', 0, 'The port authority said so. It did.', 1],
  ['list-item', 2, 'first', 2],
  ['list-item', 2, 'second', 2],
  ['paragraph', 0, 'Read more here.', 3],
]
const text = rows.map(([, , words]) => words).join('\n')
const blocks: Block[] = rows.map(([kind, level, words, page], index) => {
  const start = rows.slice(0, index).reduce((sum, row) => sum + row[2].length + 1, 0)
  return { id: index, kind, level, start, end: start + words.length, page, links: [] }
})
const link = (words: string, href: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, href }
}
blocks[1]?.links.push(link('port authority', 'https://port.example/'))
blocks[4]?.links.push(link('more', '#0'), link('here', '#3'))

const at = (words: string, replacement: string): TextEdit => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, text: replacement }
}
const shape = (edits: TextEdit[]) =>
  correctText(blocks, text, edits).blocks.map(({ kind, text: words }) => `${kind}: ${words}`)
const unedited = rows.map(([kind, , words]) => `${kind}: ${words}`)

test('an edited block keeps its kind, level, page and links', () => {
  const { blocks: corrected } = correctText(blocks, text, [
    at('close', 'shut down'),
    at('said', 'announced'),
    at('first', 'premier'),
  ])
  expect(corrected.map(({ kind, level, page }) => [kind, level, page])).toEqual(
    rows.map(([kind, level, , page]) => [kind, level, page]),
  )
  const joined = corrected.map((block) => block.text).join('\n')
  expect(joined).toBe(
    'Harbour to shut down\nThe port authority announced so. It did.\npremier\nsecond\nRead more here.',
  )
  for (const block of corrected)
    expect(joined.slice(block.start, block.start + block.text.length)).toBe(block.text)
  const links = corrected.flatMap((block) => block.links)
  expect(links.map(({ start, end, href }) => [joined.slice(start, end), href])).toEqual([
    ['port authority', 'https://port.example/'],
    ['more', '#0'],
    ['here', '#3'],
  ])
})

test.each<[string, TextEdit[], string[]]>([
  [
    'a newline parts a paragraph into two',
    [at('. It', '.\nIt')],
    [
      'heading: Harbour to close',
      'paragraph: The port authority said so.',
      'paragraph: It did.',
      ...unedited.slice(2),
    ],
  ],
  [
    'what is parted from a heading is a paragraph',
    [at(' to close', '\nto close')],
    ['heading: Harbour', 'paragraph: to close', ...unedited.slice(1)],
  ],
  [
    'what is put before a heading is a paragraph',
    [{ start: 0, end: 0, text: 'Exclusive\n' }],
    ['paragraph: Exclusive', ...unedited],
  ],
  [
    'a heading written anew stays one',
    [at('Harbour to close', 'Port shut\nfor good')],
    ['heading: Port shut', 'paragraph: for good', ...unedited.slice(1)],
  ],
  [
    'a list item is parted into two',
    [at('second', 'se\ncond')],
    [...unedited.slice(0, 3), 'list-item: se', 'list-item: cond', ...unedited.slice(4)],
  ],
  [
    "without the newline between them two blocks are one of the first one's kind",
    [at('first\nsecond', 'first second')],
    [...unedited.slice(0, 2), 'list-item: first second', ...unedited.slice(4)],
  ],
  [
    'a newline taken out joins a heading and its paragraph',
    [at('close\nThe', 'close The')],
    ['heading: Harbour to close The port authority said so. It did.', ...unedited.slice(2)],
  ],
  ['a block without text vanishes', [at('first', ' ')], [...unedited.slice(0, 2), ...unedited.slice(3)]],
  [
    'blocks that are gone leave nothing behind',
    [at('first\nsecond\n', '')],
    [...unedited.slice(0, 2), ...unedited.slice(4)],
  ],
  [
    'cutting through several blocks keeps the kind of what begins the line',
    [at('It did.\nfirst\nsec', '')],
    ['heading: Harbour to close', 'paragraph: The port authority said so. ond', unedited[4] ?? ''],
  ],
  [
    'what is written is made canonical',
    [at('second', '  se\u00adcond\u200b \t thing\r\n\r\n')],
    [...unedited.slice(0, 3), 'list-item: second thing', ...unedited.slice(4)],
  ],
  [
    'an accent joins the letter before it',
    [at('rst', 'rst\u0301')],
    [...unedited.slice(0, 2), 'list-item: first\u0301', ...unedited.slice(3)],
  ],
  [
    'spaces left beside each other are one',
    [at('authority', '')],
    ['heading: Harbour to close', 'paragraph: The port said so. It did.', ...unedited.slice(2)],
  ],
])('%s', (_, edits, expected) => {
  expect(shape(edits)).toEqual(expected)
})

test('links lose what was cut out of them, are parted with their block, and go where their target went', () => {
  const linked = (edits: TextEdit[]) => {
    const corrected = correctText(blocks, text, edits).blocks
    const joined = corrected.map((block) => block.text).join('\n')
    return corrected.flatMap(({ links }) => links.map((one) => [joined.slice(one.start, one.end), one.href]))
  }
  const rest = [
    ['more', '#0'],
    ['here', '#3'],
  ]
  expect(linked([at('port ', '')])).toEqual([['authority', 'https://port.example/'], ...rest])
  expect(linked([at('port authority', 'council')])).toEqual(rest)
  expect(linked([at('rt auth', 'rt\nauth')])).toEqual([
    ['port', 'https://port.example/'],
    ['authority', 'https://port.example/'],
    ['more', '#0'],
    ['here', '#4'],
  ])
  expect(linked([at('Harbour', 'Note\nHarbour'), at('first\nsecond', 'first')])).toEqual([
    ['port authority', 'https://port.example/'],
    ['more', '#1'],
  ])
})

test('what was kept is told with where it stands now, word for word', () => {
  const { blocks: corrected, kept } = correctText(blocks, text, [
    at('to', ''),
    at('said so.', ''),
    at('first', ' 1st '),
  ])
  const joined = corrected.map((block) => block.text).join('\n')
  expect(joined).toBe('Harbour close\nThe port authority It did.\n1st\nsecond\nRead more here.')
  for (const { old, next, length } of kept)
    expect(joined.slice(next, next + length)).toBe(text.slice(old, old + length))
  const keptLength = kept.reduce((sum, { length }) => sum + length, 0)
  expect(keptLength).toBe(joined.replaceAll('\n', '').length - '1st'.length)
})

test('an edit that could as well stand beside a repetition spans all its places', () => {
  const twice = 'It said no. It said yes. It said yes. So it goes.'
  const second = { start: 25, end: 38, text: '' }
  expect(twice.slice(second.start, second.end)).toBe('It said yes. ')
  expect(
    widenEdits(twice, [second]).map(({ start, end, text: words }) => [twice.slice(start, end), words]),
  ).toEqual([['. It said yes. It said yes. ', '. It said yes. ']])
  expect(widenEdits(twice, [{ start: 0, end: 11, text: '' }])).toEqual([{ start: 0, end: 11, text: '' }])
  expect(widenEdits('the cat', [{ start: 0, end: 0, text: 'the ' }])).toEqual([
    { start: 0, end: 0, text: 'the ' },
  ])
})
