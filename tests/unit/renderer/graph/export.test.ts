import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { edgesToCsv } from '#renderer/features/graph/csv.ts'
import type { Palette } from '#renderer/features/graph/draw/palette.ts'
import { makeScene } from '#renderer/features/graph/draw/scene.ts'
import { sceneToSvg } from '#renderer/features/graph/draw/svg.ts'
import { arrange } from '#renderer/features/graph/layout/arrange.ts'
import { showCards } from '#renderer/features/graph/shown.ts'
import { cardsOf, edge, everything, node } from './matter.ts'

const palette: Palette = {
  ground: '#fff',
  ink: '#111',
  muted: '#555',
  line: '#ddd',
  accent: '#00f',
  font: "system-ui, 'Noto Sans'",
  fills: { claim: '#eef', source: '#fff', origin: '#fff', note: '#eee' },
  strokes: { claim: '#00f', source: '#777', origin: '#777', note: '#777' },
  relations: {
    yellow: '#a80',
    red: '#e44',
    green: '#4a2',
    blue: '#28c',
    purple: '#86d',
    magenta: '#c5d',
    orange: '#c71',
    grey: '#888',
  },
}

function sceneOf(label: string) {
  const cards = cardsOf(
    {
      nodes: [
        node('c1', { label: `C1 ${label}` }),
        node('s1', { label, originId: 'o' }),
        node('s2', { originId: 'o' }),
        node('s3'),
        node('n1', { label }),
      ],
      edges: [edge('s1', 'supports', 'c1', 2), edge('s3', 'contradicts', 'c1'), edge('c1', 'restates', 'n1')],
    },
    true,
  )
  const shown = showCards(cards, everything)
  const places = arrange({ layout: 'columns', nodes: cards.cards, edges: cards.edges, places: new Map() })
  return makeScene(shown, places, [{ text: label, x: 0, y: 0 }])
}

const words = { title: 'A graph & more', kind: (kind: string) => kind.toUpperCase() }

describe('sceneToSvg', () => {
  it('is one document that needs nothing beside it, whatever the words hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (label) => {
        const names = new Map<string, number>()
        const texts: string[] = []
        const parser = new SaxesParser()
        parser.on('error', (error) => {
          throw error
        })
        parser.on('opentag', ({ name }) => names.set(name, (names.get(name) ?? 0) + 1))
        parser.on('text', (text) => texts.push(text))
        parser.write(sceneToSvg(sceneOf(label), palette, words)).close()
        expect(names.get('svg')).toBe(1)
        // Of three edges two point somewhere; a source, an origin and a note have corners, in the legend, too.
        expect(names.get('polygon')).toBe(2 + 3 + 3)
        expect(texts).toContain('A graph & more')
      }),
      { numRuns: 50 },
    )
  })

  it('writes out colours, lines and counts, says what they mean, and states its size', () => {
    const svg = sceneToSvg(sceneOf('Ferries'), palette, words)
    expect(svg).toMatch(/^<svg [^>]*width="\d+" height="\d+"/)
    expect(svg).not.toMatch(/class=|style=|var\(|NaN|undefined/)
    expect(svg).toContain('stroke-dasharray="7 5"')
    expect(svg).toContain('>+ 2</text>')
    for (const name of ['+ supports', '− contradicts', '= restates', 'CLAIM', 'ORIGIN']) {
      expect(svg).toContain(`>${name}</text>`)
    }
    expect(svg).toContain('<title>ORIGIN: Ferries (2 sources, 1 origin)</title>')
  })
})

it('a row for each edge, with its ends and how many links it is', () => {
  const csv = edgesToCsv(
    sceneOf('Ferries, "late"'),
    ['From', 'Name', 'Relation', 'To', 'Name', 'Links'],
    words.kind,
  )
  expect(csv.split('\r\n')).toEqual([
    'From,Name,Relation,To,Name,Links',
    'ORIGIN,"Ferries, ""late"" (2 sources, 1 origin)",supports,CLAIM,"C1 Ferries, ""late""",2',
    'SOURCE,The source s3,contradicts,CLAIM,"C1 Ferries, ""late""",1',
    'CLAIM,"C1 Ferries, ""late""",restates,NOTE,"Ferries, ""late""",1',
    '',
  ])
})
