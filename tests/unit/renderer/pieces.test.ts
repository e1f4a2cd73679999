import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pagesOf } from '#renderer/features/reader/annotate/citation.ts'
import { cellsOf, piecesOf } from '#renderer/features/reader/text/pieces.ts'
import type { Block, BlockKind } from '#shared/model.ts'

function block(kind: BlockKind, start: number, end: number, change: Partial<Block> = {}): Block {
  return { id: start, kind, level: 0, start, end, page: null, links: [], ...change }
}

describe('the pieces of a block', () => {
  it('are its text with what leads elsewhere', () => {
    const text = 'See the report, page 4.'
    const links = [{ start: 8, end: 14, href: 'https://example.org/r' }]
    expect(piecesOf(text, 0, text.length, links)).toEqual([
      { text: 'See the ', href: null },
      { text: 'report', href: 'https://example.org/r' },
      { text: ', page 4.', href: null },
    ])
  })

  it('lead nowhere that may not be opened', () => {
    for (const href of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      '#',
      '#x',
      'mailto:a@b.c',
    ]) {
      expect(piecesOf('word', 0, 4, [{ start: 0, end: 4, href }])).toEqual([{ text: 'word', href: null }])
    }
  })

  it('are the text, character for character, whatever the links', () => {
    const link = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b), href: '#1' }))
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(link), (text, links) => {
        const pieces = piecesOf(text, 0, text.length, links)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })
})

describe('a table row', () => {
  const text = 'Port | 4,500 | open'

  it('is cells that together are its text', () => {
    const cells = cellsOf(text, block('table-row', 0, text.length))
    expect(cells.map(({ pieces }) => pieces.map((piece) => piece.text).join(''))).toEqual([
      'Port',
      '4,500',
      'open',
    ])
    const whole = cells.map((cell) => cell.pieces.map((piece) => piece.text).join('') + cell.break).join('')
    expect(whole).toBe(text)
  })

  it('may have empty cells, and other blocks have none', () => {
    expect(cellsOf(' | a | ', block('table-row', 0, 7))).toHaveLength(3)
    expect(cellsOf(text, block('paragraph', 0, text.length))).toHaveLength(1)
  })
})

it('a citation names the pages it stands on', () => {
  const blocks = [
    block('paragraph', 0, 10, { page: 1 }),
    block('paragraph', 11, 20, { page: 1 }),
    block('paragraph', 21, 30, { page: 2 }),
  ]
  expect(pagesOf(blocks, 12, 15)).toEqual({ from: 1, to: 1 })
  expect(pagesOf(blocks, 12, 25)).toEqual({ from: 1, to: 2 })
  expect(pagesOf([block('paragraph', 0, 10)], 2, 5)).toBeNull()
})
