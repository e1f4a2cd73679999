import { describe, expect, it } from 'vitest'
import { detectFlags } from '#engine/flags/detect.ts'
import { article, blocksOf, flagsOf, kindsOf } from './helpers.ts'

const teasers = [
  'The mayor of Brannock opened the new library last Friday. Hundreds of readers came to see the building, which took nine years to plan and longer to pay for, and many of them',
  'Cyclists have asked for a lane along the river since the bridge was closed. The council heard them in May, and again in June, without saying when anything would be',
]

describe('an unrelated tail', () => {
  it('is two or more paragraphs that break off, after an article that never does', () => {
    const found = flagsOf([...article, ...teasers])
    expect(found).toEqual([
      {
        kind: 'unrelated-tail',
        passage: teasers.join('\n'),
        message:
          'The last 2 paragraphs break off and seem to be teasers of other pieces, not part of this one.',
      },
    ])
  })

  it('may have titles between the teasers', () => {
    const [first = '', second = ''] = teasers
    const tail = ['A library at last', first, 'No lane for cyclists', second]
    expect(flagsOf([...article, ...tail]).map(({ passage }) => passage)).toEqual([tail.slice(1).join('\n')])
  })

  it('is not a text whose every paragraph breaks off', () => {
    expect(kindsOf([...teasers, ...teasers])).not.toContain('unrelated-tail')
  })

  it.each([
    ['en', ['Related stories', 'Fishermen return to the old pier', 'Why the roof leaked']],
    ['en', ['Read more: Fishermen return to the old pier']],
    [
      'en',
      [
        'Sign up for our newsletter and get the news of the harbour in your inbox.',
        '© 2025 The Brannock Courier. All rights reserved.',
      ],
    ],
    ['en', ['Follow us on Facebook', 'Share', 'Copyright © 2025 Brannock Courier']],
    ['de', ['Lesen Sie auch: Fischer kehren zurück', 'Alle Rechte vorbehalten.']],
    ['fr', ['À lire aussi : Les pêcheurs reviennent au vieux quai']],
    ['ru', ['Читайте также:', 'Рыбаки возвращаются на старый причал']],
    ['zh', ['延伸阅读', '渔民回到旧码头']],
  ])('is what a page puts under its articles: %s %s', (language, tail) => {
    const found = flagsOf([...article, ...tail], language)
    expect(found.map(({ kind, passage }) => ({ kind, passage }))).toEqual([
      { kind: 'unrelated-tail', passage: tail.join('\n') },
    ])
  })

  it('does not begin with a line in the middle of the article', () => {
    const [first = '', ...rest] = article
    expect(kindsOf([first, 'Read more: Fishermen return to the old pier', ...rest, ...rest])).toEqual([])
  })
})

describe('a word of two alphabets', () => {
  it.each([
    ['to balance its den спостері4 nuclearization goals with others', 'спостері4'],
    ['the pаssword was written on the wall of the shed', 'pаssword'],
    ['a letter from the Nоrth of the country came late', 'Nоrth'],
    ['the cοmpany that mends the nets has moved away', 'cοmpany'],
  ])('is found: %s', (sentence, passage) => {
    const found = flagsOf([...article, `It was said that ${sentence}.`])
    expect(found.map((flag) => [flag.kind, flag.passage])).toEqual([['mixed-script', passage]])
  })

  it('is found in a Russian text, too', () => {
    const found = flagsOf(['Это письмо пришлo из порта и лежит на столе у секретаря совета.'], 'ru')
    expect(found.map(({ passage }) => passage)).toEqual(['пришлo'])
  })
})

describe('citations without a list', () => {
  const cited = [...article, 'The roof was mended twice [5][13]. It leaked again in May [4].']

  it('are one flag, at the first of them', () => {
    expect(flagsOf(cited)).toEqual([
      {
        kind: 'dangling-citation',
        passage: '[5][13]',
        message: '2 citations such as [5][13] point to a list of references that is not part of this text.',
      },
    ])
  })

  it.each([
    ['its heading', [['heading', 'References']]],
    [
      'numbered entries',
      ['[5] A. Grey, Roofs of the coast.', '[13] B. Lund, Slate and rain.', '[4] C. Moss, Minutes.'],
    ],
    [
      'a list',
      [
        ['list-item', 'A. Grey, Roofs'],
        ['list-item', 'B. Lund, Slate'],
        ['list-item', 'C. Moss, Minutes'],
      ],
    ],
    ['footnotes', [['footnote', 'A. Grey, Roofs of the coast.']]],
  ] as const)('have one where there is %s', (_what, list) => {
    expect(kindsOf([...cited, ...(list as readonly (string | ['heading', string])[])])).toEqual([])
  })

  it('have one where they are links', () => {
    const blocks = blocksOf(cited).map((block) => ({
      ...block,
      links: [...block.text.matchAll(/\[\d+\]/g)].map(({ 0: number, index }) => ({
        start: block.start + index,
        end: block.start + index + number.length,
        href: 'https://example.org/',
      })),
    }))
    expect(detectFlags({ title: 'Title', blocks, language: 'en', metadata: {} })).toEqual([])
  })
})

describe('garbled letters', () => {
  it.each([
    'The cafÃ© by the harbour was closed on Sunday.',
    'It wasnâ€™t the board that closed it.',
    'ï»¿The harbour board met on Tuesday.',
    'ÐŸÑ€Ð¸Ð²ÐµÑ‚ was written on the wall.',
    'The word Ïðèâåò was written on the wall.',
    'The caf\ufffd by the harbour was closed.',
    'РџСЂРёРІРµС‚ was written on the wall.',
    'The cafÃƒÂ© was read twice in the wrong encoding.',
    'The caf√© was written on an old Mac.',
  ])('are found: %s', (sentence) => {
    expect(kindsOf([...article, sentence])).toEqual(['mojibake'])
  })

  it('are flagged once where they are everywhere', () => {
    const garbled = Array.from(
      { length: 12 },
      (_, at) => `Paragraph ${at} tells of the cafÃ© and the rÃ´le it had.`,
    )
    const found = flagsOf(garbled)
    expect(found).toHaveLength(1)
    expect(found[0]?.message).toBe('Letters were garbled by a wrong encoding in 24 places, such as “cafÃ©”.')
  })
})

describe('a text that breaks off', () => {
  it('stops within its last sentence', () => {
    const last = 'The board will meet again in the autumn. Until then the market stays closed to all but the'
    expect(flagsOf([...article, last])).toEqual([
      {
        kind: 'truncated-end',
        passage: 'Until then the market stays closed to all but the',
        message: 'The text breaks off in the middle of its last sentence.',
      },
    ])
  })

  it('is not the teasers behind it', () => {
    expect(kindsOf([...article, ...teasers])).toEqual(['unrelated-tail'])
  })

  it('can say so itself', () => {
    const last = 'The board will meet again in the autumn, and until then the market stays closed to all […]'
    expect(kindsOf([...article, last])).toEqual(['truncated-end'])
  })
})

describe('a quotation of nobody', () => {
  const quotation =
    '“The roof will not last another winter, and everybody in this town has known that for years.”'
  const around =
    'The fish market of Brannock was built of slate and oak in the year after the great storm of the last century.'

  it('stands alone between paragraphs that name no one', () => {
    const found = flagsOf([around, quotation, around])
    expect(found.map(({ kind, passage }) => [kind, passage])).toEqual([['unattributed-quotation', quotation]])
  })

  it('is somebody’s where a paragraph beside it says so', () => {
    expect(kindsOf([`${around} A member of the board said more.`, quotation, around])).toEqual([])
    expect(
      kindsOf([
        around,
        quotation,
        'The secretary told this to the newspaper after the meeting, which went on until late at night.',
      ]),
    ).toEqual([])
  })
})
