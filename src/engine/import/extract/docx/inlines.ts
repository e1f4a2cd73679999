import { linkOfField, withAnchor } from '../office/fields.ts'
import { child, isElement, type XmlElement, type XmlNode } from '../office/xml.ts'
import { equationText } from './math.ts'
import { isSet, value } from './styles.ts'
import type { Notes, Walk } from './walk.ts'

type Handler = (element: XmlElement, walk: Walk) => void

/** What stands inside paragraphs. Elements that are not named here are walked through if they hold others, or ignored. */
const handlers: Record<string, Handler | undefined> = {
  'w:r': walkRun,
  'w:t': (element, walk) => write(element.children.filter((node) => !isElement(node)).join(''), walk),
  'w:tab': (_, walk) => write('\t', walk),
  'w:ptab': (_, walk) => write('\t', walk),
  'w:cr': (_, walk) => write('\n', walk),
  'w:br': (element, walk) =>
    write(
      element.attributes['w:type'] === undefined || element.attributes['w:type'] === 'textWrapping'
        ? '\n'
        : ' ',
      walk,
    ),
  'w:noBreakHyphen': (_, walk) => write('\u2011', walk),
  'w:sym': (element, walk) => write(symbol(element), walk),
  'w:hyperlink': walkHyperlink,
  'w:fldSimple': walkSimpleField,
  'w:fldChar': walkFieldMark,
  'w:instrText': (element, walk) => {
    const field = walk.fields.at(-1)
    if (field !== undefined && !field.shown)
      field.instruction += element.children.filter((node) => !isElement(node)).join('')
  },
  'w:footnoteReference': (element, walk) => refer(element, walk.footnotes, walk),
  'w:endnoteReference': (element, walk) => refer(element, walk.endnotes, walk),
  'w:bookmarkStart': (element, walk) => {
    const name = element.attributes['w:name']
    if (name !== undefined && name !== '_GoBack') walk.writer.name(name)
  },
  'w:commentRangeStart': (element, walk) => walk.writer.startComment(element.attributes['w:id'] ?? ''),
  'w:commentRangeEnd': (element, walk) => walk.writer.endComment(element.attributes['w:id'] ?? ''),
  'w:commentReference': (element, walk) => {
    walk.writer.startComment(element.attributes['w:id'] ?? '')
    walk.writer.endComment(element.attributes['w:id'] ?? '')
  },
  'w:ins': (element, walk) => {
    countChange(element, walk)
    walkInlines(element.children, walk)
  },
  'w:moveTo': (element, walk) => walkInlines(element.children, walk),
  'w:del': countChange,
  'w:moveFrom': countChange,
  'w:sdt': (element, walk) => {
    if (child(child(element, 'w:sdtPr'), 'w:showingPlcHdr') === undefined) {
      walkInlines(child(element, 'w:sdtContent')?.children ?? [], walk)
    }
  },
  'w:ruby': (element, walk) => walkInlines(child(element, 'w:rubyBase')?.children ?? [], walk),
  'mc:AlternateContent': (element, walk) =>
    walkInlines((child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'))?.children ?? [], walk),
  'w:txbxContent': (element, walk) => walk.boxes.push(element),
  'pic:pic': (_, walk) => walk.writer.count('images'),
  'v:imagedata': (_, walk) => walk.writer.count('images'),
  'm:oMath': (element, walk) => {
    walk.writer.count('equations')
    write(equationText(element), walk)
  },
}

/** Properties, and texts that belong to other parts of the page. */
const ignored =
  /^w:(?:\w+Pr|delText|delInstrText|rt|sectPr|lastRenderedPageBreak|footnoteRef|endnoteRef|annotationRef)$/

export function walkInlines(nodes: readonly XmlNode[], walk: Walk): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    const handler = handlers[node.name]
    if (handler !== undefined) handler(node, walk)
    else if (!ignored.test(node.name)) walkInlines(node.children, walk)
  }
}

function write(text: string, walk: Walk): void {
  if (walk.fields.every(({ shown }) => shown)) walk.writer.write(text)
}

function walkRun(run: XmlElement, walk: Walk): void {
  const properties = child(run, 'w:rPr')
  const hidden =
    child(properties, 'w:vanish') === undefined
      ? walk.styles.hides(value(child(properties, 'w:rStyle')))
      : isSet(properties, 'w:vanish')
  if (!hidden) walkInlines(run.children, walk)
  else if (run.children.some((node) => isElement(node) && node.name === 'w:t'))
    walk.writer.count('hidden-text')
}

function countChange(element: XmlElement, walk: Walk): void {
  walk.changes.add(`${element.name} ${element.attributes['w:id'] ?? walk.changes.size}`)
}

function walkHyperlink(element: XmlElement, walk: Walk): void {
  const target = walk.relationships.get(element.attributes['r:id'] ?? '')?.target ?? ''
  const anchor = element.attributes['w:anchor']
  walkLinked(
    target === '' && anchor !== undefined ? `#${anchor}` : withAnchor(target, anchor),
    element.children,
    walk,
  )
}

function walkSimpleField(element: XmlElement, walk: Walk): void {
  walkLinked(linkOfField(element.attributes['w:instr'] ?? ''), element.children, walk)
}

function walkLinked(href: string | null, nodes: readonly XmlNode[], walk: Walk): void {
  const leads = href !== null && href !== ''
  if (leads) walk.writer.openLink(href)
  walkInlines(nodes, walk)
  if (leads) walk.writer.closeLink()
}

function walkFieldMark(mark: XmlElement, walk: Walk): void {
  const type = mark.attributes['w:fldCharType']
  if (type === 'begin') walk.fields.push({ instruction: '', shown: false, link: false })
  const field = walk.fields.at(-1)
  if (field === undefined) return
  if (type === 'separate') {
    field.shown = true
    const href = linkOfField(field.instruction)
    if (href !== null && walk.fields.every(({ shown }) => shown)) {
      field.link = true
      walk.writer.openLink(href)
    }
  } else if (type === 'end') {
    walk.fields.pop()
    if (field.link) walk.writer.closeLink()
  }
}

/** A character of a font that has symbols in place of letters cannot be told by its code alone; those are left out. */
function symbol(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  return Number.isInteger(code) && code >= 0x20 && code < 0xe000 ? String.fromCodePoint(code) : ''
}

function refer(element: XmlElement, notes: Notes, walk: Walk): void {
  const note = notes.byId.get(element.attributes['w:id'] ?? '')
  if (note === undefined) return
  notes.used++
  walk.writer.reference(notes.label(notes.used), () => {
    const { relationships, fields } = walk
    Object.assign(walk, { relationships: notes.relationships, fields: [], joins: false })
    walk.walkBlocks(note.children, walk)
    Object.assign(walk, { relationships, fields })
  })
}
