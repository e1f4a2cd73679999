import { child, descendants, isElement, textOf, type XmlElement, type XmlNode } from '../office/xml.ts'
import type { Walk } from './walk.ts'

type Handler = (element: XmlElement, walk: Walk) => void

const through: Handler = (element, walk) => walkInlines(element.children, walk)
const leaveOut: Handler = () => undefined
const nameHere: Handler = (element, walk) => {
  const name = element.attributes['text:name']
  if (name !== undefined) walk.writer.name(name)
}

/** What stands inside paragraphs. Elements that are not named here are fields and such: what they show is their text. */
const handlers: Record<string, Handler | undefined> = {
  'text:s': (element, walk) =>
    walk.writer.write(' '.repeat(Math.min(100, Number(element.attributes['text:c'] ?? 1) || 1))),
  'text:tab': (_, walk) => walk.writer.write('\t'),
  'text:tab-stop': (_, walk) => walk.writer.write('\t'),
  'text:line-break': (_, walk) => walk.writer.write('\n'),
  'text:span': (element, walk) => {
    if (walk.styles.hides(element.attributes['text:style-name'])) walk.writer.count('hidden-text')
    else through(element, walk)
  },
  'text:a': walkLink,
  'draw:a': walkLink,
  'text:note': walkNote,
  'text:footnote': walkNote,
  'text:endnote': walkNote,
  'office:annotation': walkComment,
  'office:annotation-end': (element, walk) => walk.writer.endComment(element.attributes['office:name'] ?? ''),
  'text:bookmark': nameHere,
  'text:bookmark-start': nameHere,
  'text:reference-mark': nameHere,
  'text:reference-mark-start': nameHere,
  'text:ruby': (element, walk) => walkInlines(child(element, 'text:ruby-base')?.children ?? [], walk),
  'text:hidden-text': (_, walk) => walk.writer.count('hidden-text'),
  'text:hidden-paragraph': leaveOut,
  'text:script': leaveOut,
  'text:tracked-changes': leaveOut,
  'office:event-listeners': leaveOut,
  'office:binary-data': leaveOut,
  'svg:title': leaveOut,
  'svg:desc': leaveOut,
  'draw:frame': walkFrame,
  'draw:image': (_, walk) => walk.writer.count('images'),
  'draw:text-box': (element, walk) => walk.boxes.push(element),
  'draw:object': (_, walk) => walk.writer.count('embedded'),
  'draw:object-ole': (_, walk) => walk.writer.count('embedded'),
}

/** Shapes that text can be written into. */
const shape = /^draw:(?:custom-shape|rect|ellipse|circle|polygon|polyline|path|line|connector|caption)$/

export function walkInlines(nodes: readonly XmlNode[], walk: Walk): void {
  for (const node of nodes) {
    if (!isElement(node)) walk.writer.write(node.replace(/\s+/g, ' '))
    else if (shape.test(node.name)) walk.boxes.push(node)
    else (handlers[node.name] ?? through)(node, walk)
  }
}

function walkLink(element: XmlElement, walk: Walk): void {
  const href = element.attributes['xlink:href'] ?? ''
  if (href !== '') walk.writer.openLink(href)
  through(element, walk)
  if (href !== '') walk.writer.closeLink()
}

/** A frame offers the same thing in several forms, best first: an object, and a picture of it. */
function walkFrame(frame: XmlElement, walk: Walk): void {
  const [best] = frame.children.filter(isElement).filter(({ name }) => name.startsWith('draw:'))
  if (best !== undefined) walkInlines([best], walk)
}

function walkNote(note: XmlElement, walk: Walk): void {
  const parts = note.children.filter(isElement)
  const body = parts.find(
    ({ name }) =>
      name.endsWith('note-body') || name.endsWith('footnote-body') || name.endsWith('endnote-body'),
  )
  const label = textOf(parts.find(({ name }) => name.endsWith('-citation'))) ?? '*'
  walk.writer.reference(label, () => walk.walkBlocks(body?.children ?? [], walk))
}

function walkComment(annotation: XmlElement, walk: Walk): void {
  walk.comments++
  const name = annotation.attributes['office:name']
  const key = name ?? `unnamed-${walk.comments}`
  walk.writer.comment(key, textOf(child(annotation, 'dc:creator')) ?? null, linesOf(annotation))
  walk.writer.startComment(key)
  if (name === undefined) walk.writer.endComment(key)
}

/** The paragraphs of a comment or another part that stands apart, one a line. */
function linesOf(element: XmlElement): string {
  const paragraphs = descendants(element, 'text:p').map((paragraph) => textOf(paragraph))
  return paragraphs.filter((line) => line !== undefined).join('\n')
}
