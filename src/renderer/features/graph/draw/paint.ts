import type { GraphKind } from '#shared/model.ts'
import type { View } from '../camera.ts'
import { briefSize, textOf } from '../cards.ts'
import type { Point } from '../layout/shapes.ts'
import { dashes, type Palette } from './palette.ts'
import type { DrawnCard, DrawnEdge, Scene } from './scene.ts'
import { partInSight, type Seen } from './seen.ts'
import { outlineOf } from './shape.ts'

/** What stands out in the drawing, by keys of cards and ids of edges. */
export interface Marks {
  /** What it and what it is linked to is lit; all else fades. */
  lit: string | null
  selected: string | null
  focused: string | null
  centre: string | null
  edge: string | null
}

/** A scale from which there is room for words, for a claim's short name, and for arrows and outlines. */
const detail = { words: 0.45, brief: 0.28, names: 0.16, outlines: 0.14, signs: 0.4, dashes: 0.2 }
const faded = 0.2
const kinds: GraphKind[] = ['source', 'origin', 'note', 'claim']

interface Frame {
  to: CanvasRenderingContext2D
  scale: number
  seen: Seen
  palette: Palette
  marks: Marks
  scene: Scene
}

/**
 * Draws what is in sight of a scene, with as much detail as can be seen. Everything of one look is one path: a thousand
 * cards and their edges take a few milliseconds. Sizes are in CSS pixels, `ratio` of the screen's to each.
 */
export function paint(
  to: CanvasRenderingContext2D,
  scene: Scene,
  options: { view: View; width: number; height: number; ratio: number; palette: Palette; marks: Marks },
): void {
  const { view, width, height, ratio, palette, marks } = options
  const { scale } = view
  to.setTransform(1, 0, 0, 1, 0, 0)
  to.clearRect(0, 0, width * ratio, height * ratio)
  to.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * view.x, ratio * view.y)
  const seen = {
    left: -view.x / scale,
    top: -view.y / scale,
    right: (width - view.x) / scale,
    bottom: (height - view.y) / scale,
  }
  const frame: Frame = { to, scale, seen, palette, marks, scene }
  paintHeadings(frame)
  const edges = scene.edges.filter((edge) => isEdgeSeen(edge, frame))
  const cards = scene.cards.filter((card) => isCardSeen(card, frame))
  const isLit = marks.lit !== null && scene.byKey.has(marks.lit)
  const lit = isLit ? edges.filter((edge) => isEdgeLit(edge, marks)) : edges
  const near = isLit ? cards.filter((card) => isCardLit(card, frame)) : cards
  if (isLit) {
    to.globalAlpha = faded
    paintEdges(
      frame,
      edges.filter((edge) => !isEdgeLit(edge, marks)),
    )
    paintCards(
      frame,
      cards.filter((card) => !isCardLit(card, frame)),
    )
    to.globalAlpha = 1
  }
  paintEdges(frame, lit)
  paintCards(frame, near)
  paintMarks(frame)
}

function isEdgeLit({ id, from, to }: DrawnEdge, { lit, edge }: Marks): boolean {
  return from === lit || to === lit || id === edge
}

function isCardLit({ key }: DrawnCard, { scene, marks }: Frame): boolean {
  return key === marks.lit || (scene.linked.get(marks.lit ?? '')?.has(key) ?? false)
}

function isCardSeen({ x, y, width, height }: DrawnCard, { seen }: Frame): boolean {
  return (
    x + width / 2 + 8 > seen.left &&
    x - width / 2 - 8 < seen.right &&
    y + height / 2 + 8 > seen.top &&
    y - height / 2 - 8 < seen.bottom
  )
}

/** With room for what stands around it. */
function isPointSeen({ x, y }: Point, { seen }: Frame): boolean {
  return x > seen.left - 30 && x < seen.right + 30 && y > seen.top - 30 && y < seen.bottom + 30
}

function isEdgeSeen({ shape: { start, control, end } }: DrawnEdge, { seen }: Frame): boolean {
  return (
    Math.max(start.x, control.x, end.x) > seen.left &&
    Math.min(start.x, control.x, end.x) < seen.right &&
    Math.max(start.y, control.y, end.y) > seen.top &&
    Math.min(start.y, control.y, end.y) < seen.bottom
  )
}

function paintHeadings({ to, scale, palette, scene }: Frame): void {
  if (scene.headings.length === 0) return
  to.fillStyle = palette.muted
  to.textAlign = 'center'
  to.textBaseline = 'middle'
  to.font = `600 ${Math.max(15, Math.min(34, 11 / scale))}px ${palette.font}`
  for (const { text, x, y } of scene.headings) to.fillText(text, x, y)
}

function paintEdges(frame: Frame, edges: readonly DrawnEdge[]): void {
  const { to, scale, palette } = frame
  const byRelation = new Map<string, DrawnEdge[]>()
  for (const edge of edges) {
    const same = byRelation.get(edge.relation.id)
    if (same) same.push(edge)
    else byRelation.set(edge.relation.id, [edge])
  }
  for (const same of byRelation.values()) {
    const relation = same[0]?.relation
    if (!relation) continue
    const colour = palette.relations[relation.colour]
    to.strokeStyle = colour
    to.lineWidth = Math.max(1.75, 0.7 / scale)
    to.setLineDash(scale < detail.dashes ? [] : [...dashes[relation.lineStyle]])
    strokeEdges(frame, same)
    to.setLineDash([])
    if (!relation.symmetric && scale >= detail.outlines) {
      to.fillStyle = colour
      fillCorners(
        to,
        same.flatMap(({ shape }) => (isPointSeen(shape.end, frame) ? [shape.arrow] : [])),
      )
    }
  }
  if (scale < detail.signs) return
  for (const edge of edges) if (isPointSeen(edge.shape.middle, frame)) paintSign(frame, edge)
}

/** From afar whole edges, near by what is in sight of them. */
function strokeEdges({ to, scale, seen }: Frame, edges: readonly DrawnEdge[]): void {
  to.beginPath()
  for (const { shape, relation } of edges) {
    const { start, control, end } = shape
    if (scale >= detail.dashes) {
      const period = dashes[relation.lineStyle].reduce<number>((sum, length) => sum + length, 0)
      partInSight(shape, seen, Math.max(1, period))?.forEach(({ x, y }, i) => {
        if (i === 0) to.moveTo(x, y)
        else to.lineTo(x, y)
      })
    } else {
      to.moveTo(start.x, start.y)
      if (shape.isStraight) to.lineTo(end.x, end.y)
      else to.quadraticCurveTo(control.x, control.y, end.x, end.y)
    }
  }
  to.stroke()
}

function fillCorners(to: CanvasRenderingContext2D, shapes: readonly (readonly Point[])[]): void {
  to.beginPath()
  for (const corners of shapes) addCorners(to, corners, 0, 0)
  to.fill()
}

function addCorners(to: CanvasRenderingContext2D, corners: readonly Point[], x: number, y: number): void {
  corners.forEach((corner, i) => {
    if (i === 0) to.moveTo(x + corner.x, y + corner.y)
    else to.lineTo(x + corner.x, y + corner.y)
  })
  to.closePath()
}

/** The relation's sign on the edge, with how many links it stands for. */
function paintSign({ to, palette }: Frame, { relation, linkIds, shape }: DrawnEdge): void {
  const { text, width } = signOf(relation.sign, linkIds.length)
  const { x, y } = shape.middle
  to.fillStyle = palette.ground
  to.strokeStyle = palette.relations[relation.colour]
  to.lineWidth = 1
  to.beginPath()
  to.roundRect(x - width / 2, y - 9, width, 18, 9)
  to.fill()
  to.stroke()
  to.fillStyle = palette.ink
  to.font = `600 12px ${palette.font}`
  to.textAlign = 'center'
  to.textBaseline = 'middle'
  to.fillText(text, x, y + 0.5)
}

/** What stands on an edge, and how wide its frame is. */
export function signOf(sign: string, links: number): { text: string; width: number } {
  const text = links > 1 ? `${sign} ${links}` : sign
  return { text, width: Math.max(18, 9 + [...text].length * 7.5) }
}

function paintCards(frame: Frame, cards: readonly DrawnCard[]): void {
  const { to, scale, palette } = frame
  for (const kind of kinds) {
    const same = cards.filter((card) => card.kind === kind)
    if (same.length === 0) continue
    to.fillStyle = palette.fills[kind]
    to.strokeStyle = palette.strokes[kind]
    to.lineWidth = Math.max(kind === 'claim' ? 1.5 : 1, 0.8 / scale)
    to.beginPath()
    for (const card of same) addOutline(frame, card, 0)
    to.fill()
    to.stroke()
    if (scale < detail.outlines) continue
    to.beginPath()
    for (const card of same) {
      for (const line of outlineOf(kind, card.width, card.height).lines) {
        line.forEach((point, i) => {
          if (i === 0) to.moveTo(card.x + point.x, card.y + point.y)
          else to.lineTo(card.x + point.x, card.y + point.y)
        })
      }
    }
    to.stroke()
  }
  if (scale >= detail.names) for (const card of cards) paintWords(frame, card)
}

/** Adds a card's outline to the path, `around` pixels outside it; a plain rectangle where no more can be seen. */
function addOutline({ to, scale }: Frame, card: DrawnCard, around: number): void {
  const { x, y, kind } = card
  const width = card.width + around * 2
  const height = card.height + around * 2
  const { corners } = outlineOf(kind, width, height)
  if (scale < detail.outlines) to.rect(x - width / 2, y - height / 2, width, height)
  else if (corners.length > 0) addCorners(to, corners, x, y)
  else to.roundRect(x - width / 2, y - height / 2, width, height, height / 2)
}

/** A card's words; a claim's short name as large as fits where they could not be read. */
function paintWords({ to, scale, palette }: Frame, card: DrawnCard): void {
  const { x, y, short } = card
  to.fillStyle = palette.ink
  to.textAlign = 'center'
  to.textBaseline = 'middle'
  if (scale >= detail.words) {
    const { lines } = textOf(card)
    to.font = `13px ${palette.font}`
    lines.forEach((line, i) => {
      to.fillText(line, x, y + (i - (lines.length - 1) / 2) * 17 + 0.5)
    })
  } else if (short === '') {
    if (scale < detail.brief) return
    to.font = `${13 * briefSize}px ${palette.font}`
    to.fillText(textOf(card).brief, x, y + 1)
  } else {
    to.font = `600 ${Math.min(40, 11 / scale)}px ${palette.font}`
    to.fillText(short, x, y + 1)
  }
}

/** What is chosen, hovered and has the keyboard, on top of everything. */
function paintMarks(frame: Frame): void {
  const { to, scale, palette, marks, scene } = frame
  const edge = marks.edge === null ? undefined : scene.edges.find(({ id }) => id === marks.edge)
  if (edge) {
    to.strokeStyle = palette.relations[edge.relation.colour]
    to.lineWidth = Math.max(3.5, 2.5 / scale)
    strokeEdges(frame, [edge])
    paintSign(frame, edge)
  }
  const ring = (key: string | null, colour: string, width: number, around: number): void => {
    const card = key === null ? undefined : scene.byKey.get(key)
    if (!card) return
    to.strokeStyle = colour
    to.lineWidth = Math.max(width, width / scale)
    to.beginPath()
    addOutline(frame, card, around)
    to.stroke()
  }
  if (marks.centre !== null) {
    to.setLineDash([6, 4])
    ring(marks.centre, palette.muted, 1.5, 9)
    to.setLineDash([])
  }
  ring(marks.selected, palette.ink, 2, 0)
  ring(marks.focused, palette.accent, 2.5, 4)
}
