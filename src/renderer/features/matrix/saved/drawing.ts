import type { Drawing } from '#renderer/objects/viewExport/index.ts'
import type { Colour, Relation } from '#shared/model.ts'
import { type ColumnGroup, hasBracket, isSeveral, type MatrixColumn } from '../columns.ts'
import { type GridCell, type MatrixGrid, relationsIn } from '../grid.ts'
import type { MatrixWords } from './csv.ts'
import { group, line, shorten, text, widthOf, wrap, xml } from './svg.ts'

/** Colours as a document of its own has to write them out. */
export interface Palette {
  bg: string
  fg: string
  muted: string
  line: string
  strong: string
  accent: string
  marks: Readonly<Record<Colour, string>>
}

export interface DrawingWords extends MatrixWords {
  title: string
  /** What stands below a column's name: where and when it appeared, or how many sources it stands for. */
  below: (column: MatrixColumn) => readonly string[]
  /** What stands over the sources of a group. */
  bracket: (group: ColumnGroup) => string
}

/** In px. */
const margin = 24
const claimWidth = 320
const columnWidth = 136
const headHeight = 112
const rowHeight = 44
const legendHeight = 40
const markSize = 20

/** The grid as an SVG document: heads, brackets, a sign in a ring of its relation's colour and line for each link, a legend. */
export function drawMatrix(
  grid: MatrixGrid,
  relations: ReadonlyMap<string, Relation>,
  words: DrawingWords,
  palette: Palette,
): Drawing {
  const right = margin + claimWidth + grid.columns.length * columnWidth
  const bottom = margin + headHeight + grid.claims.length * rowHeight
  const used = relationsIn(grid, relations)
  const legend = drawLegend(used, palette, bottom + legendHeight / 2 + 4)
  const width = Math.max(right, legend.right) + margin
  const height = bottom + legendHeight + margin
  const parts = [
    `<rect width="${width}" height="${height}" fill="${palette.bg}"/>`,
    ...drawLines(grid, palette, right, bottom),
    ...drawHeads(grid, words, palette),
    ...grid.claims.flatMap((claim, row) => [
      ...drawClaim(`C${claim.number}  ${claim.statement}`, row, palette),
      ...[...(grid.rows[row] ?? [])].map(([index, cell]) =>
        drawCell(cell, grid.columns[index], { row, index }, relations, words, palette),
      ),
    ]),
    legend.svg,
  ]
  const description = `${words.title}: ${grid.claims.length} × ${grid.columns.length}`
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" font-family="system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif" font-size="13" fill="${palette.fg}">`,
    `<title>${xml(words.title)}</title><desc>${xml(description)}</desc>`,
    ...parts,
    '</svg>',
  ].join('\n')
  return { svg, description }
}

function leftOf(index: number): number {
  return margin + claimWidth + index * columnWidth
}

function topOf(row: number): number {
  return margin + headHeight + row * rowHeight
}

function drawLines(
  { claims, columns }: MatrixGrid,
  palette: Palette,
  right: number,
  bottom: number,
): string[] {
  const rows = claims.map((_, row) => line(margin, topOf(row + 1), right, topOf(row + 1), palette.line))
  const sides = columns.flatMap(({ group: { start } }, index) =>
    // Sources that belong together stand undivided.
    start === index && index > 0 ? [line(leftOf(index), topOf(0), leftOf(index), bottom, palette.line)] : [],
  )
  return [
    ...rows,
    ...sides,
    line(margin, topOf(0), right, topOf(0), palette.strong),
    line(leftOf(0), margin, leftOf(0), bottom, palette.strong),
  ]
}

function drawHeads({ columns, groups }: MatrixGrid, words: DrawingWords, palette: Palette): string[] {
  const brackets = groups.flatMap((each) => {
    if (!hasBracket(each)) return []
    const left = leftOf(each.start) + 2
    const right = leftOf(each.start + each.span) - 2
    const name = words.bracket(each)
    return [
      `<path d="M${left} ${margin + 8}V${margin + 2}H${right}V${margin + 8}" fill="none" stroke="${palette.accent}" stroke-width="2"/>`,
      text(shorten(name, right - left - 12, 11), left + 6, margin + 18, { size: 11, fill: palette.muted }),
    ]
  })
  const heads = columns.map((column, index) => {
    const left = leftOf(index) + 8
    const titles = wrap(column.label, columnWidth - 16, 12, 3)
    return group([
      `<title>${xml(column.label)}</title>`,
      ...titles.map((title, at) => text(title, left, margin + 38 + at * 16, { size: 12, weight: 600 })),
      ...words.below(column).map((line, at) =>
        text(shorten(line, columnWidth - 16, 11), left, margin + 40 + (titles.length + at) * 16, {
          size: 11,
          fill: palette.muted,
        }),
      ),
    ])
  })
  return [...brackets, ...heads]
}

function drawClaim(statement: string, row: number, palette: Palette): string[] {
  const lines = wrap(statement, claimWidth - 16, 13, 2)
  const first = topOf(row) + rowHeight / 2 + (lines.length === 1 ? 4 : -4)
  return lines.map((part, at) => text(part, margin, first + at * 17, { size: 13, fill: palette.fg }))
}

function drawCell(
  cell: GridCell,
  column: MatrixColumn | undefined,
  { row, index }: { row: number; index: number },
  relations: ReadonlyMap<string, Relation>,
  words: MatrixWords,
  palette: Palette,
): string {
  const known = cell.relations.flatMap(({ relationId, links }) => {
    const relation = relations.get(relationId)
    return relation ? [{ relation, links }] : []
  })
  const below = column && isSeveral(column) ? words.voices(cell.sources, cell.origins) : ''
  const step = Math.min(38, (columnWidth - 8) / Math.max(known.length, 1))
  const middle = leftOf(index) + columnWidth / 2
  const top = topOf(row) + rowHeight / 2 - (below === '' ? 0 : 8)
  const left = middle - (known.length * step) / 2
  return group([
    `<title>${xml(known.map(({ relation, links }) => `${relation.name} ${links}`).join('; '))}</title>`,
    ...known.map(({ relation, links }, at) =>
      drawMark(relation, links > 1 ? links : null, left + at * step + step / 2, top, palette),
    ),
    below === ''
      ? ''
      : text(shorten(below, columnWidth - 8, 10), middle, top + 24, {
          size: 10,
          fill: palette.muted,
          anchor: 'middle',
        }),
  ])
}

const dashes = {
  solid: '',
  dashed: ' stroke-dasharray="4 2.5"',
  dotted: ' stroke-dasharray="1.5 2"',
} as const

/** A relation's sign in its ring, around (`x`, `y`), and the number of links beside it where there are several. */
function drawMark(relation: Relation, links: number | null, x: number, y: number, palette: Palette): string {
  const colour = palette.marks[relation.colour]
  const centre = links === null ? x : x - 5
  return [
    `<circle cx="${centre}" cy="${y}" r="${markSize / 2 - 1}" fill="${colour}" fill-opacity="0.2" stroke="${colour}" stroke-width="1.5"${dashes[relation.lineStyle]}/>`,
    text(relation.sign, centre, y + 4, { size: 12, weight: 600, anchor: 'middle' }),
    links === null ? '' : text(String(links), centre + markSize / 2 + 2, y + 4, { size: 11 }),
  ].join('')
}

function drawLegend(used: readonly Relation[], palette: Palette, y: number): { svg: string; right: number } {
  let x = margin + markSize / 2
  const entries = used.map((relation) => {
    const entry = `${drawMark(relation, null, x, y, palette)}${text(relation.name, x + 16, y + 4, { size: 12 })}`
    x += 16 + Math.ceil(widthOf(relation.name, 12)) + 28
    return entry
  })
  return { svg: group(entries), right: x }
}
