import { describe, expect, it } from 'vitest'
import { extractPdf } from '#engine/import/extract/pdf/index.ts'
import { makePdf, type PdfPage, type PdfText } from '../../helpers/make-pdf.ts'

async function read(pages: PdfPage[], info = '') {
  const [document] = await extractPdf({ name: 'made.pdf', bytes: makePdf(pages, info) })
  if (document === undefined) throw new Error('nothing came of it')
  return document
}

/** Lines of text one below the other. */
function lines(x: number, y: number, texts: string[], style: Partial<PdfText> = {}): PdfText[] {
  const leading = (style.size ?? 10) * 1.2
  return texts.map((text, index) => ({ x, y: y + index * leading, text, ...style }))
}

async function textsOf(...texts: PdfText[][]) {
  return (await read([{ texts: texts.flat() }])).blocks.map(({ text }) => text)
}

const left = [
  'The committee heard that the dike',
  'had been inspected twice since the',
  'flood of last winter, and that no',
  'fault was found by anybody at all.',
]
const right = [
  'Its chairman said afterwards that',
  'the inspections were carried out',
  'by the same company that had once',
  'built the dike, and was never paid.',
]

describe('reading order', () => {
  it('is column by column, under a title across both', async () => {
    const title = [{ x: 60, y: 60, text: 'A title that is set across both of the columns', size: 22 }]
    expect(await textsOf(lines(320, 100, right), title, lines(60, 100, left))).toEqual([
      'A title that is set across both of the columns',
      `${left.join(' ')}`,
      `${right.join(' ')}`,
    ])
  })

  it('is row by row where cells stand in columns', async () => {
    const row = (y: number, ...cells: string[]) =>
      cells.map((text, index) => ({ x: 60 + index * 150, y, text }))
    const found = await textsOf(
      row(100, 'Harbour', 'Berths', 'Levy'),
      row(114, 'Nordvik', '140', '820,000'),
      row(128, 'Tangen', '28', '120,000'),
    )
    expect(found).toEqual(['Harbour | Berths | Levy', 'Nordvik | 140 | 820,000', 'Tangen | 28 | 120,000'])
  })

  it('does not follow the order in which the file draws', async () => {
    expect(await textsOf(lines(60, 100, left).reverse())).toEqual([left.join(' ')])
  })
})

describe('words at the ends of lines', () => {
  const before = ['A well-known company was asked for', 'information about everything; the']

  it('are whole again', async () => {
    const cut = ['When it was asked again the infor-', 'mation was not given to anybody.']
    expect(await textsOf(lines(60, 100, [...before, ...cut]))).toEqual([
      'A well-known company was asked for information about everything; the When it was asked again the information was not given to anybody.',
    ])
  })

  it('keep the hyphen that the document writes elsewhere', async () => {
    const cut = ['question was put again to the well-', 'known company, and to its lawyers.']
    expect((await textsOf(lines(60, 100, [...before, ...cut])))[0]).toContain('the well-known company, and')
  })

  it('keep the hyphen before a capital and between numbers', async () => {
    const found = await textsOf(
      lines(60, 100, [
        'The archive of the former Franco-',
        'German office holds files of 1951-',
        '1962 that nobody has yet described',
      ]),
    )
    expect(found[0]).toContain('Franco-German office holds files of 1951-1962 that')
  })
})

describe('what stands at the edges of pages', () => {
  const page = (number: number, head: string): PdfPage => ({
    texts: [
      { x: number % 2 === 0 ? 60 : 400, y: 30, text: head, size: 8 },
      ...lines(
        60,
        100,
        [...left, ...right].map((text) => `${text} (${'abcdef'[number]})`),
      ),
      { x: 295, y: 770, text: String(number + 11), size: 8 },
    ],
  })

  it('is left out and counted: heads that alternate, and numbers', async () => {
    const { blocks, notes } = await read(
      [0, 1, 2, 3].map((number) => page(number, number % 2 === 0 ? 'THE DIKE' : 'Chapter 2')),
    )
    const text = blocks.map((block) => block.text).join('\n')
    expect(text).not.toMatch(/THE DIKE|Chapter 2|^1[1-4]$/m)
    expect(text).toContain('no (a) fault')
    expect(notes).toContainEqual({ what: 'pdf-headers', count: 4 })
    expect(notes).toContainEqual({ what: 'pdf-page-numbers', count: 4 })
  })

  it('stays where it is there only once', async () => {
    const { blocks } = await read([
      { texts: [{ x: 60, y: 30, text: 'Only here', size: 8 }, ...lines(60, 100, left)] },
    ])
    expect(blocks[0]?.text).toBe('Only here')
  })
})

describe('paragraphs', () => {
  it('go on over a page’s end, from where they began', async () => {
    const first = ['The report, which was not published before', 'the spring, says of the dike that it can']
    const second = ['be repaired within two years and without', 'closing the road that runs along its top.']
    const { blocks } = await read([{ texts: lines(60, 700, first) }, { texts: lines(60, 100, second) }])
    expect(blocks).toEqual([{ kind: 'paragraph', level: 0, page: 1, text: [...first, ...second].join(' ') }])
  })

  it('begin where a line is indented, or where the one before ended early', async () => {
    const texts = lines(60, 100, [
      'The first paragraph has two lines and ends',
      'early.',
      'The second one begins at the same edge but',
      'is longer than the first one by some words',
      'The third is indented as books do it, and',
    ])
    const last = texts.at(-1)
    if (last !== undefined) last.x += 14
    expect(await textsOf(texts)).toHaveLength(3)
  })

  it('know headings by size and weight, and rank them', async () => {
    const { blocks, title } = await read([
      {
        texts: [
          { x: 60, y: 60, text: 'The Dike and Its Builders', size: 20, font: 'B' },
          { x: 60, y: 100, text: 'What was found', size: 13, font: 'B' },
          ...lines(60, 120, left),
          { x: 60, y: 190, text: 'What was said', size: 13, font: 'B' },
          ...lines(60, 210, right),
        ],
      },
    ])
    expect(blocks.filter(({ kind }) => kind === 'heading').map(({ level, text }) => [level, text])).toEqual([
      [1, 'The Dike and Its Builders'],
      [2, 'What was found'],
      [2, 'What was said'],
    ])
    expect(title).toBe('The Dike and Its Builders')
  })

  it('have items, captions and code among them', async () => {
    const { blocks } = await read([
      {
        texts: [
          ...lines(60, 100, left),
          { x: 60, y: 160, text: '\x95 the first item' },
          { x: 60, y: 174, text: '\x95 the second item' },
          { x: 60, y: 210, text: 'Figure 3: The dike from the west' },
          { x: 60, y: 240, text: 'open(dike)', font: 'C' },
        ],
      },
    ])
    expect(blocks.slice(1).map(({ kind, text }) => [kind, text])).toEqual([
      ['list-item', 'the first item'],
      ['list-item', 'the second item'],
      ['caption', 'Figure 3: The dike from the west'],
      ['code', 'open(dike)'],
    ])
  })
})

describe('letters', () => {
  it('that are printed twice to look bold are read once', async () => {
    const { blocks, notes } = await read([{ texts: [...lines(60, 100, left), ...lines(60.4, 100, left)] }])
    expect(blocks[0]?.text).toBe(left.join(' '))
    expect(notes).toContainEqual({ what: 'pdf-overprints', count: 4 })
  })

  it('that are invisible over a scan are read', async () => {
    expect(await textsOf(lines(60, 100, left, { mode: 3 }))).toEqual([left.join(' ')])
  })

  it('that are raised are marks behind words and exponents behind units', async () => {
    const found = await textsOf([
      { x: 60, y: 100, text: 'So it says' },
      { x: 103.8, y: 96, text: '4', size: 6 },
      { x: 112, y: 100, text: 'on an area of 12 km' },
      { x: 201.5, y: 96, text: '2', size: 6 },
    ])
    expect(found).toEqual(['So it says[4] on an area of 12 km²'])
  })

  it('that stand at an angle are left out, and named', async () => {
    const { blocks, notes } = await read([
      { texts: [...lines(60, 100, left), { x: 20, y: 500, text: 'arXiv:2101.00001v1', angle: 90 }] },
    ])
    expect(blocks).toHaveLength(1)
    expect(notes).toContainEqual({ what: 'pdf-tilted', count: 1, detail: 'arXiv:2101.00001v1' })
  })

  it('of a page that lies on its side are read upright', async () => {
    const turned = left.map((text, index) => ({ x: 100 + index * 12, y: 700, text, angle: 90 }))
    expect(await textsOf(turned)).toEqual([left.join(' ')])
  })
})

describe('what a file says of itself', () => {
  it('is taken where it can be true', async () => {
    const info =
      '/Title (Microsoft Word - draft.doc) /Author (Marit Solheim; José Åkerblom) /CreationDate (D:20250314101500Z)'
    const { title, metadata, notes } = await read(
      [{ texts: [{ x: 60, y: 60, text: 'The Dike', size: 20 }, ...lines(60, 100, left)] }],
      info,
    )
    expect(title).toBe('The Dike')
    expect(metadata).toEqual({ author: [{ literal: 'Marit Solheim' }, { literal: 'José Åkerblom' }] })
    expect(notes).toContainEqual({ what: 'pdf-created', detail: '2025-03-14' })
  })

  it('and a DOI on its first page', async () => {
    const { metadata } = await read([
      { texts: [...lines(60, 100, left), { x: 60, y: 700, text: 'https://doi.org/10.1000/dike.2025.4.' }] },
    ])
    expect(metadata.DOI).toBe('10.1000/dike.2025.4')
  })
})

describe('a reader’s marks', () => {
  it('come as comments on their words', async () => {
    const note =
      '<< /Type /Annot /Subtype /Highlight /Rect [60 690 220 712] /QuadPoints [80 709 126 709 80 697 126 697] /Contents (Who?) /T (Ingunn) >>'
    const { blocks, comments } = await read([{ texts: lines(60, 100, left), annotations: [note] }])
    expect(comments).toHaveLength(1)
    const [comment] = comments ?? []
    expect(comment).toMatchObject({ block: 0, author: 'Ingunn', text: 'Who?' })
    expect(blocks[0]?.text.slice(comment?.start, comment?.end)).toBe('committee')
  })
})
