import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractText, textToBlocks } from '#engine/import/extract/text/index.ts'
import { articles } from '../../helpers/articles.ts'
import { documentBytes } from '../../helpers/documents.ts'
import { expectationOf, extractFixture, extractOne, outline, summarise } from '../../helpers/office.ts'

const shape = (text: string) => outline({ mediaType: '', metadata: {}, notes: [], ...textToBlocks(text) })
/** A paragraph that nobody takes for a heading. */
const body =
  'The island council voted on Thursday to charge every visiting vessel a levy of two crowns and a half a metre, a decision that its critics call a tax.'

/** Breaks a text at a column, as a terminal's user would. */
function wrap(text: string, columns: number, indent = ''): string {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = word
    } else line = line.trim() === '' ? line + word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

describe('documents of our own', () => {
  test.each(['harbour-plain.txt', 'report-pages.txt'])('%s is read as a person reads it', async (name) => {
    expect(summarise(await extractFixture(extractText, name))).toEqual(expectationOf(name))
  })

  test.each([
    ['harbour-windows-1252.txt', 'text-encoding', 'windows-1252'],
    ['harbour-utf-16le.txt', 'text-encoding', 'utf-16le'],
    ['harbour-macintosh.txt', 'text-encoding', 'macintosh'],
  ])('%s says the same in another encoding, and that it does', async (name, what, detail) => {
    const read = await extractFixture(extractText, name)
    expect(outline(read)).toEqual(outline(await extractFixture(extractText, 'harbour-plain.txt')))
    expect(read.notes).toEqual([{ what, detail }])
  })

  test('a file in UTF-8 needs no note, and one without text is refused', async () => {
    const bytes = documentBytes('harbour-plain.txt')
    expect((await extractOne(extractText, 'a.txt', bytes)).notes).toEqual([])
    await expect(extractText({ name: 'b.txt', bytes: new Uint8Array([0, 1, 2]) })).rejects.toThrow(/binary/)
  })
})

describe('wrapped lines', () => {
  /** The articles at hand, a paragraph a line, and what they are without any wrapping. */
  const texts = articles().map(({ text }) => {
    const paragraphs = text
      .split('\n')
      .flatMap((line) => (line.trim() === '' ? [] : [line.replace(/\s+/g, ' ').trim()]))
    return { paragraphs, expected: shape(paragraphs.join('\n\n')) }
  })

  test.each([72, 78])('at column %i come out as the paragraphs they were', (columns) => {
    for (const { paragraphs, expected } of texts) {
      expect(shape(paragraphs.map((paragraph) => wrap(paragraph, columns)).join('\n\n'))).toEqual(expected)
    }
  })

  test('in a text typed double-spaced, set in, or with the line ends of Windows', () => {
    for (const { paragraphs, expected } of texts) {
      const wrapped = paragraphs.map((paragraph) => wrap(paragraph, 76)).join('\n\n')
      expect(shape(wrapped.replaceAll('\n', '\r\n'))).toEqual(expected)
      expect(shape(wrapped.replaceAll('\n', '\n\n'))).toEqual(expected)
    }
  })

  test('with indented first lines and no blank line between paragraphs', () => {
    const paragraphs = Array.from({ length: 6 }, (_, index) => `${index + 1} vessels came. ${body} ${body}`)
    const text = paragraphs.map((paragraph) => wrap(paragraph, 66, '    ')).join('\n')
    expect(shape(text)).toEqual(paragraphs.map((paragraph) => `paragraph: ${paragraph}`))
  })

  test('are joined without the hyphen of a divided word, and with that of a compound', () => {
    const lines = [
      'The quay was built of granite and was mended after the winter sto-',
      'rms of last year, and to mend it for good is said to be a long-',
      'term matter by all of those who know of such things, the pre-',
      'and post-war engineers of the well-known and old-established Anglo-',
      'Saxon school; the long-term plan of the council says so too.',
    ]
    expect(shape(lines.join('\n'))).toEqual([
      'paragraph: The quay was built of granite and was mended after the winter storms of last year, and to mend it for good is said to be a long-term matter by all of those who know of such things, the pre- and post-war engineers of the well-known and old-established Anglo-Saxon school; the long-term plan of the council says so too.',
    ])
  })

  test('of East Asian text are joined without a space', () => {
    const line = '港口的收费将在五月上涨，渔民们说他们要离开这里到大陆去，'
    expect(shape(`${line}\n${line}\n${line}\n没有人数过他们的船。`)).toEqual([
      `paragraph: ${line.repeat(3)}没有人数过他们的船。`,
    ])
  })

  test('stay apart where they are verses or an address', () => {
    const verses = ['Stone waits', 'Steel does not', 'The sea has time', 'And takes the lot']
    expect(shape(`${body}\n\n${verses.join('\n')}\n\n${body}`)).toEqual([
      `paragraph: ${body}`,
      ...verses.map((verse) => `paragraph: ${verse}`),
      `paragraph: ${body}`,
    ])
  })
})

describe('lists', () => {
  test('with bullets of any kind, nested by indentation, wrapped beneath their text', () => {
    const text = `${body}\n\n- one\n  goes on\n    * deeper\n    * and again\n- two\n\n• three\n– four`
    expect(shape(text)).toEqual([
      `paragraph: ${body}`,
      'list-item 1: one goes on',
      'list-item 2: deeper',
      'list-item 2: and again',
      'list-item 1: two',
      'list-item 1: three',
      'list-item 1: four',
    ])
  })

  test('with numbers keep them, since the text may refer to them', () => {
    expect(shape(`${body}\n1. first\n   a) of these\n   b) and those\n2. second\n3) odd one`)).toEqual([
      `paragraph: ${body}`,
      'list-item 1: 1. first',
      'list-item 2: a) of these',
      'list-item 2: b) and those',
      'list-item 1: 2. second',
      'paragraph: 3) odd one',
    ])
  })

  test.each([
    '5. März war ein Freitag, an dem niemand kam und niemand ging, wie es hieß.',
    '1.5 million came, and more were on their way to the islands by then.',
    'I. A. Richards wrote of it at length, and nobody read what he had written.',
  ])('are not begun by %j', (line) => {
    expect(shape(`${body}\n\n${line}`)).toEqual([`paragraph: ${body}`, `paragraph: ${line}`])
  })
})

describe('headings', () => {
  test.each([
    ['short and not ended like a sentence', 'What changes in May', 2],
    ['all capitals', 'WHAT CHANGES IN MAY', 2],
    ['with hashes', '### What changes in May', 3],
    ['named parts', 'Chapter 3', 2],
    ['numbered', '3. What changes', 2],
    ['numbered below another', '3.2 What changes', 3],
    ['centred', '                           What changes', 2],
  ])('%s', (_, line, level) => {
    const found = shape(`${body}\n\n${line}\n\n${body}`)
    expect(found[1]).toBe(`heading ${level}: ${line.replace(/^[#\s]+/, '')}`)
    expect(found).toHaveLength(3)
  })

  test('with a rule below them', () => {
    expect(shape(`What changes\n============\n\n${body}\n\nIn May.\n-------\n${body}`)).toEqual([
      'heading 1: What changes',
      `paragraph: ${body}`,
      'heading 2: In May.',
      `paragraph: ${body}`,
    ])
  })

  test.each([
    'By Marit Solheim',
    'https://courier.example/levy',
    'Published: 14 March 2025',
    'He said:',
    'It ended…',
  ])('%j is none', (line) => {
    expect(shape(`A title of its own\n\n${line}\n\n${body}`)[1]).toBe(`paragraph: ${line}`)
  })
})

describe('quotations', () => {
  test('have their marks taken off and paragraphs kept', () => {
    expect(shape(`${body}\n\n> one\n> two\n>\n> > three\n\n${body}`)).toEqual([
      `paragraph: ${body}`,
      'quotation: one',
      'quotation: two',
      'quotation: three',
      `paragraph: ${body}`,
    ])
  })

  test('may be set in as a whole', () => {
    const quotation =
      'We have mended this quay with our own hands for forty years. Now we are asked to pay for standing on it.'
    expect(shape(`${body}\n\n${wrap(quotation, 64).replace(/^/gm, '    ')}\n\n${body}`)[1]).toBe(
      `quotation: ${quotation}`,
    )
  })
})

describe('tables', () => {
  test.each([
    ['with pipes', '| Harbour | Levy |\n|---|---|\n| Nordvik | 820,000 |'],
    ['with tabs', 'Harbour\tLevy\nNordvik\t820,000'],
    ['under a rule', '  Harbour      Levy\n  -------- --------\n  Nordvik   820,000'],
  ])('%s', (_, table) => {
    expect(shape(`${body}\n\n${table}\n\n${body}`)).toEqual([
      `paragraph: ${body}`,
      'table-row: Harbour | Levy',
      'table-row: Nordvik | 820,000',
      `paragraph: ${body}`,
    ])
  })

  test('in aligned columns', () => {
    expect(shape('Nordvik    140   820,000\nSundholm    65   310,000\nTangen      28   120,000')).toEqual([
      'table-row: Nordvik | 140 | 820,000',
      'table-row: Sundholm | 65 | 310,000',
      'table-row: Tangen | 28 | 120,000',
    ])
  })
})

test('numbered notes at the end are footnotes', () => {
  expect(shape(`${body}[1] ${body}[2]\n\n[1] Budget annex B.\n[2] The same.`).slice(1)).toEqual([
    'footnote: [1] Budget annex B.',
    'footnote: [2] The same.',
  ])
})

test('no word is lost, whatever the text looks like', () => {
  const piece = fc.constantFrom(
    '- ',
    '> ',
    '1. ',
    '\n',
    '\n\n',
    '    ',
    '\t',
    '\f',
    '|',
    'stone',
    'Steel.',
    'SEA',
    '—',
    '# ',
    '[1] ',
    'a-\n',
  )
  const words = (text: string) => text.match(/\p{L}+/gu)?.join('') ?? ''
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      // What stands at the edge of three pages is a running head, and left out: here are two.
      const text = pieces.filter((each, at) => each !== '\f' || pieces.indexOf(each) === at).join('')
      expect(
        words(
          textToBlocks(text)
            .blocks.map((block) => block.text)
            .join('\n'),
        ),
      ).toBe(words(text))
    }),
    { numRuns: 500 },
  )
})

test('a page of nothing but running heads keeps them', () => {
  const { blocks, pageLines } = textToBlocks('HEAD\fHEAD\n\nSome words of a page.\fHEAD\fHEAD')
  expect(blocks.map(({ text }) => text)).toEqual(['HEAD', 'Some words of a page.', 'HEAD', 'HEAD'])
  expect(pageLines).toBe(1)
})
