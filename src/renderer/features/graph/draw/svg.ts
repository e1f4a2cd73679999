import type { GraphKind, Relation } from '#shared/model.ts'
import { textOf } from '../cards.ts'
import { type Box, boundsOf, type EdgeShape } from '../geometry.ts'
import type { Point } from '../layout/shapes.ts'
import { textWidth } from '../words.ts'
import { signOf } from './paint.ts'
import { dashes, type Palette } from './palette.ts'
import type { DrawnCard, DrawnEdge, Scene } from './scene.ts'
import { outlineOf } from './shape.ts'

const air = 24
const rowHeight = 26

export interface SvgWords {
  /** What the whole drawing is called. */
  title: string
  kind(kind: GraphKind): string
}

/**
 * A scene as an SVG document of its own, whatever part of it is on screen: colours and letters written out, at 1:1, with a
 * legend of the relations and kinds in it. Needs no page, and nothing beside it to be shown.
 */
export function sceneToSvg(scene: Scene, palette: Palette, words: SvgWords): string {
  const drawing = boundsOf([...scene.cards, ...scene.headings.map(headingBox)], air)
  const legend = legendOf(scene, palette, words, drawing)
  const height = drawing.height + legend.height
  const frame = `${num(drawing.left)} ${num(drawing.top)} ${num(drawing.width)} ${num(height)}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${frame}" width="${Math.round(drawing.width)}" height="${Math.round(height)}" role="img" font-family="${escaped(palette.font)}" font-size="13">`,
    `<title>${escaped(words.title)}</title>`,
    `<rect x="${num(drawing.left)}" y="${num(drawing.top)}" width="${num(drawing.width)}" height="${num(height)}" fill="${palette.ground}"/>`,
    ...scene.headings.map(({ text, x, y }) =>
      textAt(text, x, y, palette.muted, 'font-size="15" font-weight="600"'),
    ),
    ...scene.edges.map((edge) => edgeSvg(edge, palette)),
    ...scene.edges.map((edge) => signSvg(edge, palette)),
    ...scene.cards.map((card) => cardSvg(card, palette, words)),
    legend.svg,
    '</svg>',
  ].join('\n')
}

function headingBox({ x, y, text }: Point & { text: string }): Box {
  return { x, y, width: textWidth(text) * 1.25, height: 24 }
}

function edgeSvg({ shape, relation }: DrawnEdge, palette: Palette): string {
  const colour = palette.relations[relation.colour]
  const line = `<path d="${pathData(shape)}" fill="none" stroke="${colour}" stroke-width="1.75"${dashOf(relation)}/>`
  if (relation.symmetric) return line
  return `${line}<polygon points="${pointsData(shape.arrow, 0, 0)}" fill="${colour}"/>`
}

function dashOf({ lineStyle }: Relation): string {
  const lengths = dashes[lineStyle]
  return lengths.length === 0 ? '' : ` stroke-dasharray="${lengths.join(' ')}"`
}

function signSvg({ shape: { middle }, relation, linkIds }: DrawnEdge, palette: Palette): string {
  const { text, width } = signOf(relation.sign, linkIds.length)
  const frame = `<rect x="${num(middle.x - width / 2)}" y="${num(middle.y - 9)}" width="${num(width)}" height="18" rx="9" fill="${palette.ground}" stroke="${palette.relations[relation.colour]}"/>`
  const words = textAt(text, middle.x, middle.y, palette.ink, 'font-size="12" font-weight="600"')
  return `<g><title>${escaped(relation.name)}</title>${frame}${words}</g>`
}

function cardSvg(card: DrawnCard, palette: Palette, words: SvgWords): string {
  const broken = textOf(card).lines
  const lines = broken.map((line, i) =>
    textAt(line, card.x, card.y + (i - (broken.length - 1) / 2) * 17, palette.ink, ''),
  )
  const title = `<title>${escaped(`${words.kind(card.kind)}: ${card.label}`)}</title>`
  return `<g>${title}${outlineSvg(card, palette)}${lines.join('')}</g>`
}

function outlineSvg({ kind, x, y, width, height }: Box & { kind: GraphKind }, palette: Palette): string {
  const { corners, lines } = outlineOf(kind, width, height)
  const look = `fill="${palette.fills[kind]}" stroke="${palette.strokes[kind]}" stroke-width="${kind === 'claim' ? 1.5 : 1}"`
  const body =
    corners.length > 0
      ? `<polygon points="${pointsData(corners, x, y)}" ${look}/>`
      : `<rect x="${num(x - width / 2)}" y="${num(y - height / 2)}" width="${num(width)}" height="${num(height)}" rx="${num(height / 2)}" ${look}/>`
  const further = lines.map(
    (line) => `<polyline points="${pointsData(line, x, y)}" fill="none" stroke="${palette.strokes[kind]}"/>`,
  )
  return body + further.join('')
}

/** The relations and kinds that are in the drawing, in rows below it. */
function legendOf(
  scene: Scene,
  palette: Palette,
  words: SvgWords,
  drawing: ReturnType<typeof boundsOf>,
): { svg: string; height: number } {
  const relations = [...new Map(scene.edges.map(({ relation }) => [relation.id, relation])).values()]
  const kinds = [...new Set(scene.cards.map(({ kind }) => kind))]
  const items = [
    ...kinds.map((kind) => ({
      text: words.kind(kind),
      mark: (x: number, y: number) => outlineSvg({ kind, x: x + 15, y, width: 30, height: 16 }, palette),
    })),
    ...relations.map((relation) => ({
      text: `${relation.sign} ${relation.name}`,
      mark: (x: number, y: number) =>
        `<path d="M${num(x)},${num(y)} H${num(x + 30)}" stroke="${palette.relations[relation.colour]}" stroke-width="2"${dashOf(relation)}/>`,
    })),
  ]
  const start = { x: drawing.left + air, y: drawing.top + drawing.height + air }
  let { x, y } = start
  const parts = items.map(({ text, mark }) => {
    const width = 38 + textWidth(text) + 24
    if (x > start.x && x + width > drawing.left + drawing.width - air) {
      x = start.x
      y += rowHeight
    }
    const part = `${mark(x, y)}<text x="${num(x + 38)}" y="${num(y)}" dy="0.35em" fill="${palette.ink}">${escaped(text)}</text>`
    x += width
    return part
  })
  const rule = `<path d="M${num(drawing.left + air)},${num(drawing.top + drawing.height)} H${num(drawing.left + drawing.width - air)}" stroke="${palette.line}"/>`
  return { svg: `<g>${rule}${parts.join('')}</g>`, height: y - start.y + air * 2 }
}

function textAt(text: string, x: number, y: number, colour: string, look: string): string {
  const more = look === '' ? '' : ` ${look}`
  return `<text x="${num(x)}" y="${num(y)}" dy="0.35em" text-anchor="middle" fill="${colour}"${more}>${escaped(text)}</text>`
}

function pathData({ start, control, end, isStraight }: EdgeShape): string {
  const from = `M${num(start.x)},${num(start.y)}`
  const to = `${num(end.x)},${num(end.y)}`
  return isStraight ? `${from} L${to}` : `${from} Q${num(control.x)},${num(control.y)} ${to}`
}

function pointsData(points: readonly Point[], x: number, y: number): string {
  return points.map((point) => `${num(x + point.x)},${num(y + point.y)}`).join(' ')
}

function num(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** As text or attribute of XML, without what XML cannot hold. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
