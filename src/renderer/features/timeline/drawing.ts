import type { Colour, Relation } from '#shared/model.ts'
import { dotWidth, type LaneItem, type PlacedMark } from './layout.ts'

/** What the drawing is made of: everything that it shows, in words and pixels, none of it looked up while drawing. */
export interface TimelineDrawing {
  title: string
  subtitle: string
  /** Of the line, in px. */
  width: number
  /** The pixel of the line at its left edge. */
  left: number
  ticks: readonly { x: number; label: string; isNewYear: boolean }[]
  lanes: readonly { name: string; count: number; rows: number; items: readonly LaneItem[] }[]
  /** How sources bear on the claim; null where none is chosen. */
  bearing: ReadonlyMap<string, readonly Relation[]> | null
  legend: readonly string[]
  palette: Palette
}

/** Colours as SVG takes them. */
export interface Palette {
  bg: string
  fg: string
  muted: string
  line: string
  accent: string
  accentBg: string
  mark: Record<Colour, string>
}

const head = 120
const row = 22
const margin = 16
const axis = 28
const fonts = `system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif`
/** Of the font above at 12 px. */
const characterWidth = 6.4

/** The lanes, the axis, every mark in sight with its label and sign, and what the signs mean, as an SVG document of its own. */
export function drawTimeline(drawing: TimelineDrawing): string {
  const { palette, width, legend } = drawing
  const relations = relationsIn(drawing)
  const laneTops: number[] = []
  let y = margin + 44 + axis
  for (const { rows } of drawing.lanes) {
    laneTops.push(y)
    y += Math.max(1, rows) * row + 16
  }
  const lanesEnd = y
  const lines = [
    ...legend.map((text) => ({ text, relation: null })),
    ...relations.map((relation) => ({ text: relation.name, relation })),
  ]
  const height = lanesEnd + 12 + lines.length * 20 + margin
  const total = head + width + margin * 2
  const plotLeft = margin + head
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${total}" height="${height}" viewBox="0 0 ${total} ${height}" font-family="${escaped(fonts)}" font-size="12" fill="${palette.fg}">`,
    `<title>${escaped(drawing.title)}</title>`,
    `<rect width="${total}" height="${height}" fill="${palette.bg}"/>`,
    `<clipPath id="plot"><rect x="${plotLeft}" y="0" width="${width}" height="${height}"/></clipPath>`,
    text(margin, margin + 14, drawing.title, { size: 15, weight: 600 }),
    text(margin, margin + 32, drawing.subtitle, { fill: palette.muted }),
    ...axisLines(drawing, plotLeft, margin + 44, lanesEnd),
    ...drawing.lanes.flatMap((lane, at) => laneLines(drawing, lane, plotLeft, laneTops[at] ?? 0, total)),
    `<line x1="${margin}" x2="${total - margin}" y1="${lanesEnd}" y2="${lanesEnd}" stroke="${palette.line}"/>`,
    ...lines.flatMap(({ text: words, relation }, at) => {
      const top = lanesEnd + 26 + at * 20
      return relation
        ? [sign(margin + 8, top - 4, relation, palette), text(margin + 24, top, words)]
        : [text(margin, top, words, { fill: palette.muted })]
    }),
    '</svg>',
  ].join('\n')
}

function axisLines(
  { ticks, palette, width }: TimelineDrawing,
  left: number,
  top: number,
  bottom: number,
): string[] {
  return [
    `<line x1="${left}" x2="${left + width}" y1="${top + axis}" y2="${top + axis}" stroke="${palette.muted}"/>`,
    '<g clip-path="url(#plot)">',
    ...ticks.flatMap(({ x, label, isNewYear }) => [
      `<line x1="${n(left + x)}" x2="${n(left + x)}" y1="${top + 8}" y2="${bottom}" stroke="${palette.line}"/>`,
      text(
        left + x + 4,
        top + 20,
        label,
        isNewYear ? { size: 11, weight: 600 } : { size: 11, fill: palette.muted },
      ),
    ]),
    '</g>',
  ]
}

function laneLines(
  drawing: TimelineDrawing,
  lane: TimelineDrawing['lanes'][number],
  left: number,
  top: number,
  total: number,
): string[] {
  const { palette } = drawing
  const inSight = lane.items.filter(
    (item) => item.right >= drawing.left && item.left <= drawing.left + drawing.width,
  )
  return [
    `<line x1="${margin}" x2="${total - margin}" y1="${top}" y2="${top}" stroke="${palette.line}"/>`,
    text(margin, top + 22, lane.name, { weight: 600 }),
    text(margin, top + 38, String(lane.count), { fill: palette.muted }),
    `<g clip-path="url(#plot)" transform="translate(${n(left - drawing.left)} ${top + 8})" data-lane="${escaped(lane.name)}">`,
    ...inSight.map((item) => itemLines(item, drawing)),
    '</g>',
  ].map((line) => line.replace('clip-path="url(#plot)" transform', 'transform'))
}

function itemLines(item: LaneItem, drawing: TimelineDrawing): string {
  const { palette, bearing } = drawing
  const top = item.row * row
  if (item.kind === 'count') {
    const [x, width] = [n(item.left), n(item.right - item.left)]
    const fade = bearing ? ' opacity="0.4"' : ''
    return `<g${fade}><rect x="${x}" y="${top + 2}" width="${width}" height="17" rx="8" fill="${palette.accentBg}" stroke="${palette.muted}"/>${text((item.left + item.right) / 2, top + 15, String(item.marks.length), { size: 11, weight: 600, anchor: 'middle' })}</g>`
  }
  const relations = bearing?.get(item.mark.sourceId) ?? []
  const [relation] = relations
  const fade = bearing && !relation ? ' opacity="0.4"' : ''
  const shape = shapeOf(item, clipped(item, drawing), top, relation, palette)
  const signs = relations.map((one, at) =>
    sign(labelLeft(item, drawing) + 10 + at * 20, top + 11, one, palette),
  )
  return `<g${fade}><title>${escaped(item.mark.title)}</title>${shape}${signs.join('')}${label(item, drawing, relations.length, top)}</g>`
}

/** Bars are cut where the drawing ends: programs that read it may not take lengths of millions. */
function clipped(item: PlacedMark, { left, width }: TimelineDrawing) {
  const [min, max] = [left - 20, left + width + 20]
  const within = (x: number): number => Math.min(max, Math.max(min, x))
  return {
    outerLeft: within(item.outerLeft),
    coreLeft: within(item.coreLeft),
    coreRight: within(item.coreRight),
    outerRight: within(item.outerRight),
  }
}

function shapeOf(
  item: PlacedMark,
  { outerLeft, coreLeft, coreRight, outerRight }: ReturnType<typeof clipped>,
  top: number,
  relation: Relation | undefined,
  palette: Palette,
): string {
  const colour = relation ? palette.mark[relation.colour] : palette.accent
  const soft = (from: number, to: number): string =>
    to - from < 1
      ? ''
      : `<rect x="${n(from)}" y="${top + 6}" width="${n(to - from)}" height="10" fill="none" stroke="${colour}" stroke-dasharray="3 3" opacity="0.7"/>`
  const softs = soft(outerLeft, coreLeft) + soft(coreRight, outerRight)
  if (item.to - item.from <= 1 && coreRight - coreLeft < dotWidth + 0.5) {
    return `${softs}<circle cx="${n((coreLeft + coreRight) / 2)}" cy="${top + 11}" r="5" fill="${colour}"/>`
  }
  const dash = relation ? dashes[relation.lineStyle] : ''
  const openEnd = Number.isFinite(item.mark.bounds.to)
    ? ''
    : `<path d="M${n(coreRight - 8)} ${top + 6}l6 5l-6 5" fill="none" stroke="${colour}"/>`
  return `${softs}<rect x="${n(coreLeft)}" y="${top + 2}" width="${n(coreRight - coreLeft)}" height="18" rx="3" fill="${palette.accentBg}" stroke="${colour}"${dash}/>${openEnd}`
}

const dashes = { solid: '', dashed: ' stroke-dasharray="5 3"', dotted: ' stroke-dasharray="1.5 2.5"' }

function labelLeft(item: PlacedMark, { left }: TimelineDrawing): number {
  if (item.label === 'inside') return Math.max(item.coreLeft, left) + 4
  return item.outerRight + 2
}

function label(item: PlacedMark, drawing: TimelineDrawing, signs: number, top: number): string {
  if (item.label === 'none') return ''
  const x = labelLeft(item, drawing) + 2 + signs * 20
  const end = item.label === 'inside' ? item.coreRight : item.right
  const room = Math.max(0, Math.floor((end - x - 2) / characterWidth))
  const words = shortened(item.mark.title, room)
  return words === '' ? '' : text(x, top + 15, words)
}

function sign(x: number, y: number, relation: Relation, palette: Palette): string {
  const colour = palette.mark[relation.colour]
  return `<circle cx="${n(x)}" cy="${n(y)}" r="8" fill="${palette.bg}" stroke="${colour}" stroke-width="1.5"${dashes[relation.lineStyle]}/>${text(x, y + 4, relation.sign, { size: 11, weight: 600, anchor: 'middle' })}`
}

/** Relations that bear on something that is drawn, for the legend. */
function relationsIn({ bearing }: TimelineDrawing): Relation[] {
  const found = new Map([...(bearing?.values() ?? [])].flat().map((relation) => [relation.id, relation]))
  return [...found.values()]
}

function shortened(words: string, most: number): string {
  if (words.length <= most) return words
  return most < 4 ? '' : `${words.slice(0, most - 1).trimEnd()}…`
}

interface TextStyle {
  size?: number
  weight?: number
  fill?: string
  anchor?: 'middle'
}

function text(x: number, y: number, words: string, { size, weight, fill, anchor }: TextStyle = {}): string {
  const attributes = [
    size && ` font-size="${size}"`,
    weight && ` font-weight="${weight}"`,
    fill && ` fill="${fill}"`,
    anchor && ` text-anchor="${anchor}"`,
  ]
  return `<text x="${n(x)}" y="${n(y)}"${attributes.filter(Boolean).join('')}>${escaped(words)}</text>`
}

/** A tenth of a pixel is finer than anybody sees. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}

function escaped(words: string): string {
  return (
    words
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them, not even escaped
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  )
}
