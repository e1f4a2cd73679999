import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { arrangeMatrix } from '#renderer/features/matrix/grid.ts'
import { matrixToCsv } from '#renderer/features/matrix/saved/csv.ts'
import { drawMatrix, type Palette } from '#renderer/features/matrix/saved/drawing.ts'
import { columnsAPage, MatrixSheet } from '#renderer/features/matrix/saved/MatrixSheet.tsx'
import { shorten, widthOf, wrap } from '#renderer/features/matrix/saved/svg.ts'
import { colours, type Matrix } from '#shared/model.ts'
import { cell, claim, groupWords, plain, relations, someMatrix, someShown, source, words } from './matter.ts'

const matrix: Matrix = {
  claims: [claim(1, { statement: 'He said "no", twice' }), claim(2, { statement: '<b> & 한국어 שלום' })],
  sources: [
    source('a', 'o', { title: '=HYPERLINK("x")', metadata: { publisher: 'Mercury' } }),
    source('b', 'o', { metadata: { publisher: 'Mercury' } }),
    source('c', 'p', { title: 'Bell\u0007 & <Co>', tags: ['x'] }),
  ],
  cells: [cell('c1', 'a', { a: 2 }), cell('c1', 'b', { b: 1 }), cell('c2', 'c', { a: 1, b: 1, c: 1 })],
}

const palette: Palette = {
  bg: '#fff',
  fg: '#000',
  muted: '#555',
  line: '#eee',
  strong: '#ccc',
  accent: '#00f',
  marks: Object.fromEntries(colours.map((colour) => [colour, `#${colour.length}00000`])) as Palette['marks'],
}

describe('as CSV', () => {
  it('quotes commas, quotes and line ends, and disarms formulas', () => {
    expect(matrixToCsv(arrangeMatrix(matrix, plain, relations, groupWords), relations, words)).toBe(
      [
        'Claim,Statement,Status,"\'=HYPERLINK(""x"")",b,Bell\u0007 & <Co>',
        'C1,"He said ""no"", twice",open,supports 2,contradicts 1,',
        'C2,<b> & 한국어 שלום,open,,,supports 1; contradicts 1; mentions 1',
        '',
      ].join('\r\n'),
    )
  })

  it('has a column a group, with the sources and origins behind it', () => {
    const grid = arrangeMatrix(matrix, { ...plain, grouping: 'publisher' }, relations, groupWords)
    const [head, first] = matrixToCsv(grid, relations, words).split('\r\n')
    expect(head).toBe('Claim,Statement,Status,"Mercury (2 s, 1 o)",No publisher')
    expect(first).toBe('C1,"He said ""no"", twice",open,"supports 2; contradicts 1 (2 s, 1 o)",')
    const opened = { ...plain, grouping: 'publisher' as const, opened: ['publisher:Mercury'] }
    const both = arrangeMatrix(matrix, opened, relations, groupWords)
    expect(matrixToCsv(both, relations, words).split('\r\n')[0]).toContain('Mercury: b,')
  })
})

/** What an SVG document says and draws; throws where it is not well-formed. */
function parsed(svg: string): {
  texts: string[]
  tags: string[]
  circles: Record<string, string>[]
  width: number
} {
  const parser = new SaxesParser()
  const found = {
    texts: [] as string[],
    tags: [] as string[],
    circles: [] as Record<string, string>[],
    width: 0,
  }
  const inside: string[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    inside.push(name)
    found.tags.push(name)
    if (name === 'circle') found.circles.push(attributes)
    if (name === 'svg') found.width = Number(attributes.width)
  })
  parser.on('text', (text) => {
    if (inside.at(-1) === 'text') found.texts.push(text)
  })
  parser.on('closetag', () => {
    inside.pop()
  })
  parser.write(svg).close()
  return found
}

describe('as SVG', () => {
  it('has heads, claims, signs in rings of their line, and what they mean', () => {
    const grid = arrangeMatrix(matrix, plain, relations, groupWords)
    const { svg, description } = drawMatrix(grid, relations, words, palette)
    const { texts, circles, tags, width } = parsed(svg)
    expect(tags[0]).toBe('svg')
    expect(texts).toContain('Bell & <Co>')
    expect(texts).toContain('C2 <b> & 한국어 שלום')
    // A sign a relation of each cell, and one of each in the legend.
    expect(texts.filter((text) => text === '+')).toHaveLength(3)
    expect(texts).toEqual(expect.arrayContaining(['supports', 'contradicts', 'mentions', '2']))
    expect(circles).toHaveLength(8)
    expect(new Set(circles.map((each) => each['stroke-dasharray']))).toEqual(
      new Set([undefined, '4 2.5', '1.5 2']),
    )
    expect(width).toBeGreaterThan(3 * 100)
    expect(description).toBe('Claims and sources: 2 × 3')
  })

  it('is well-formed whatever it holds', () => {
    fc.assert(
      fc.property(someMatrix, someShown, fc.string({ unit: 'binary' }), (made, shown, title) => {
        const sources = made.sources.map((each) => ({ ...each, title }))
        const grid = arrangeMatrix({ ...made, sources }, shown, relations, groupWords)
        const { circles } = parsed(drawMatrix(grid, relations, words, palette).svg)
        const marks = grid.rows.flatMap((row) => [...row.values()].flatMap((each) => each.relations))
        const kinds = new Set(marks.map(({ relationId }) => relationId))
        expect(circles).toHaveLength(marks.length + kinds.size)
      }),
    )
  })

  it('breaks words into lines that fit, and ends what does not with an ellipsis', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 40, max: 200 }),
        (text, width) => {
          const lines = wrap(text, width, 12, 3)
          expect(lines.length).toBeLessThanOrEqual(3)
          for (const line of lines) expect(widthOf(line, 12)).toBeLessThanOrEqual(width)
          expect(shorten(text, 10_000, 12)).toBe(text)
        },
      ),
    )
    expect(wrap('one two three four five six seven', 60, 12, 2)).toEqual(['one two', 'three fo…'])
  })
})

describe('on paper', () => {
  it('has all claims and columns in tables of a page’s width, each with its head and the legend', () => {
    const many = Array.from({ length: columnsAPage * 2 + 1 }, (_, index) => source(`s${index}`, `o${index}`))
    const cells = many.map(({ id }) => cell('c1', id, { a: 2 }))
    const grid = arrangeMatrix({ ...matrix, sources: many, cells }, plain, relations, groupWords)
    const sheet = renderToStaticMarkup(
      createElement(MatrixSheet, {
        grid,
        relations,
        words: { ...words, cell: () => '', place: () => '' },
        sliceName: (first, last, all) => `${first}-${last}/${all}`,
      }),
    )
    expect(sheet.match(/<table/g)).toHaveLength(3)
    expect(sheet.match(/<thead/g)).toHaveLength(3)
    expect(sheet.match(/\d+-\d+\/13/g)).toEqual(['1-5/13', '6-10/13', '11-13/13'])
    expect(sheet.match(/He said &quot;no&quot;, twice/g)).toHaveLength(3)
    for (const { id } of many) expect(sheet).toContain(`<b>${id}</b>`)
    expect(sheet.match(/<b>\+<\/b> supports/g)).toHaveLength(3)
  })
})
