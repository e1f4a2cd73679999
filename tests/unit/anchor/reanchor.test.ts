import { expect, test } from 'vitest'
import { alignAround } from '#engine/anchor/align.ts'
import { type Anchor, describePassage } from '#engine/anchor/describe.ts'
import { type Outcome, reanchor } from '#engine/anchor/reanchor.ts'

const old = [
  'Harbour to close',
  'The port authority said on Monday that the inner harbour will close for three years from 2026.',
  'About 1,200 jobs depend on it, according to the union. The mayor denied it.',
  'Fishermen have moored there since the town was founded. The mayor denied it.',
  'A decision is expected in June, when the council meets again in its old chamber above the fish market.',
].join('\n')

function anchorOf(text: string, quote: string, occurrence = 0): Anchor {
  let start = -1
  for (let index = 0; index <= occurrence; index++) start = text.indexOf(quote, start + 1)
  expect(start).toBeGreaterThanOrEqual(0)
  return describePassage(text, start, start + quote.length)
}

/** The state, and the words the passage has now. */
function becomes(next: string, quote: string, occurrence = 0, text = old): [string, string | null] {
  const [outcome] = reanchor(text, next, [anchorOf(text, quote, occurrence)])
  return shown(next, outcome)
}

function shown(next: string, outcome: Outcome | undefined): [string, string | null] {
  if (outcome === undefined || outcome.state === 'lost') return ['lost', null]
  return [outcome.state, next.slice(outcome.start, outcome.end)]
}

test.each<[string, (text: string) => string, string, number, [string, string | null]]>([
  [
    'words before an edit stay',
    (text) => text.replace('three', 'four'),
    'inner harbour',
    0,
    ['exact', 'inner harbour'],
  ],
  ['words behind it move', (text) => text.replace('three', 'four'), 'in June', 0, ['moved', 'in June']],
  [
    'edited words change',
    (text) => text.replace('1,200', '2,100'),
    '1,200 jobs',
    0,
    ['changed', '2,100 jobs'],
  ],
  [
    'a number that comes to have a fraction stays whole',
    (text) => text.replace('1,200', '1,284.5'),
    '1,200 jobs',
    0,
    ['changed', '1,284.5 jobs'],
  ],
  [
    'words put between change a passage',
    (text) => text.replace('will close', 'will probably not close'),
    'harbour will close',
    0,
    ['changed', 'harbour will probably not close'],
  ],
  [
    'what is replaced by something else is lost',
    (text) => text.replace('three years', 'good'),
    'three years',
    0,
    ['lost', null],
  ],
  ['what is cut out is lost', (text) => text.replace(' from 2026', ''), 'from 2026', 0, ['lost', null]],
  [
    'a word that became part of another is not that word',
    (text) => text.replace('in its old', 'in its oldest'),
    'old',
    0,
    ['changed', 'oldest'],
  ],
  [
    'a repeated sentence is known by what stands beside it',
    (text) => text.replace('the union', 'the dockers'),
    'The mayor denied it.',
    1,
    ['moved', 'The mayor denied it.'],
  ],
  [
    'of two copies one of which is gone, the one that stands is not the other',
    (text) => text.replace('union. The mayor denied it.', 'union.'),
    'The mayor denied it.',
    0,
    ['lost', null],
  ],
  [
    'and stays itself',
    (text) => text.replace('union. The mayor denied it.', 'union.'),
    'The mayor denied it.',
    1,
    ['moved', 'The mayor denied it.'],
  ],
  [
    'a paragraph that moved takes its passages along',
    (text) => {
      const lines = text.split('\n')
      return [lines[0], lines[4], ...lines.slice(1, 4)].join('\n')
    },
    'when the council meets',
    0,
    ['moved', 'when the council meets'],
  ],
  [
    'a passage over two paragraphs keeps both',
    (text) => text.replace('Harbour to', 'The harbour to'),
    'denied it.\nFishermen',
    0,
    ['moved', 'denied it.\nFishermen'],
  ],
  ['a blank text has lost everything', () => '', 'in June', 0, ['lost', null]],
])('%s', (_, edit, quote, occurrence, expected) => {
  expect(becomes(edit(old), quote, occurrence)).toEqual(expected)
})

test('a word that went from one clause to the next is not the same word', () => {
  const text = 'The plan was not approved and funded, the ministry said.'
  expect(becomes('The plan was approved and not funded, the ministry said.', 'not', 0, text)[0]).toBe('lost')
})

test('a neighbour that is much alike is not taken for a sentence that is gone', () => {
  const first = 'The minister said that 40 troops left on Monday.'
  const second = 'The minister said that 45 troops left on Friday.'
  const text = `Nobody expected it. ${first} ${second} Nothing else is known so far.`
  expect(becomes(text.replace(`${first} `, ''), first, 0, text)).toEqual(['lost', null])
  expect(becomes(text.replace(`${first} `, ''), second, 0, text)).toEqual(['moved', second])
  expect(becomes(text.replace(`${first} `, '').replace('45', '47'), first, 0, text)).toEqual(['lost', null])
})

test('the sentence edited in its place is followed there, though a copy of its old words is kept elsewhere', () => {
  const next = old
    .replace(
      'About 1,200 jobs depend on it, according to the union.',
      'About 2,100 jobs depend on it, according to the union.',
    )
    .concat('\nCorrection: an earlier version said “About 1,200 jobs depend on it, according to the union.”')
  expect(becomes(next, 'About 1,200 jobs depend on it, according to the union.')).toEqual([
    'changed',
    'About 2,100 jobs depend on it, according to the union.',
  ])
})

test('phrases that any two texts share are no passage of the other one', () => {
  const other = [
    'School to open',
    'The council said on Monday that the new school will open in two years, when the old one closes for good.',
    'Some 900 children will go there, says the head. The mayor agreed. A decision is expected in May.',
  ].join('\n')
  const phrases = [...old.matchAll(/\w+ \w+ \w+/g)].map(([phrase]) => anchorOf(old, phrase))
  expect(phrases.length).toBeGreaterThan(15)
  for (const outcome of reanchor(old, other, phrases)) expect(outcome).toEqual({ state: 'lost' })
})

test('an anchor that was lost is found again by its words and what stood around them', () => {
  const anchor = anchorOf(old, 'in June')
  const cut = old.replace(' in June', '')
  expect(shown(cut, reanchor(old, cut, [anchor])[0])).toEqual(['lost', null])
  const back = cut.replace('expected', 'still expected in June')
  expect(shown(back, reanchor(cut, back, [anchor])[0])).toEqual(['moved', 'in June'])
  const elsewhere = cut.replace('2026', '2026, in June')
  expect(shown(elsewhere, reanchor(cut, elsewhere, [anchor])[0])).toEqual(['lost', null])
})

test('of a text that was edited by hand repetitions are told apart by what was not touched', () => {
  const text = 'No. No. No. No.'
  const next = 'No. No. No.'
  const last = describePassage(text, 12, 15)
  const kept = [
    { old: 0, next: 0, length: 4 },
    { old: 8, next: 4, length: 7 },
  ]
  expect(reanchor(text, next, [last], alignAround(text, next, kept))).toEqual([
    { state: 'moved', start: 8, end: 11 },
  ])
  expect(reanchor(text, next, [last])).toEqual([{ state: 'lost' }])
})

test.each([
  ['你好。這個方案還沒有得到批准。部長否認了這個消息。', '這個方案', '部長否認', '部長昨天否認'],
  ['𠀀𠀁𠀂𠀃𠀄𠀅。𠀆𠀇𠀈𠀉。', '𠀁𠀂', '𠀆𠀇𠀈', '𠀆X𠀇𠀈'],
  [
    'الوزير نفى الخبر يوم الاثنين. لم تتم الموافقة بعد على الخطة.',
    'نفى الخبر',
    'لم تتم الموافقة',
    'لم تتم أبدا الموافقة',
  ],
  [
    'She said 👩‍🔬👍🏽 and left 🇩🇪 early; nobody 😀 asked why she went.',
    '👩‍🔬👍🏽',
    'nobody 😀 asked',
    'nobody 😀😀 asked',
  ],
])('passages in any script are followed: %s', (text, quote, before, after) => {
  const next = text.replace(before, after)
  expect(becomes(next, quote, 0, text)).toEqual(['exact', quote])
  expect(becomes(next, before, 0, text)).toEqual(['changed', after])
})

test('a letter is not the same letter with a mark on it, nor a person the one with a profession', () => {
  const text = 'The vowel q stands here, and 👩 stands there, far behind all of it.'
  expect(becomes(text.replace('q ', 'q\u0303 '), 'q', 0, text)[0]).not.toBe('exact')
  expect(becomes(text.replace('👩', '👩‍🔬'), '👩', 0, text)[0]).not.toBe('exact')
})

test('a text of a megabyte of which much changed is gone through without a quadratic step', () => {
  const words = Array.from({ length: 5_000 }, (_, index) => `w${((index * 7_919) % 99_991).toString(36)}`)
  const word = (index: number) => words[(index * index + 31 * index) % words.length]
  const tokens = Array.from({ length: 180_000 }, (_, index) => word(index) ?? '')
  const text = tokens.join(' ')
  const next = tokens.map((token, index) => (index % 9 === 0 ? `x${token}` : token)).join(' ')
  const quote = tokens.slice(100_002, 100_008).join(' ')
  expect(text.length).toBeGreaterThan(900_000)
  const anchors = [anchorOf(text, quote)]
  const [outcome] = reanchor(text, next, anchors)
  expect(outcome?.state === 'lost' || outcome?.state === 'moved').toBe(true)
  const rewritten = tokens.map((token) => [...token].reverse().join('')).join(' ')
  expect(reanchor(text, rewritten, anchors)).toEqual([{ state: 'lost' }])
})
