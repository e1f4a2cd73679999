import type { BlockKind } from '#shared/model.ts'
import type { StyleRole } from '../office/style-names.ts'
import { isLayoutTable } from '../office/tables.ts'
import { children, isElement, textOf, type XmlElement, type XmlNode } from '../office/xml.ts'
import { walkInlines } from './inlines.ts'
import type { Walk } from './walk.ts'

/** Where a paragraph stands: in how many lists, and whether it is the one that an item's bullet is before. */
interface Position {
  depth: number
  first: boolean
}
const outside: Position = { depth: 0, first: false }

/** Walks what stands between paragraphs, in order. */
export function walkBlocks(nodes: readonly XmlNode[], walk: Walk, position: Position = outside): void {
  let { first } = position
  for (const node of nodes) {
    if (!isElement(node)) continue
    const handled = walkBlock(node, walk, { depth: position.depth, first })
    if (handled && (node.name === 'text:p' || node.name === 'text:h')) first = false
  }
}

/** False for what holds no text of its own. */
function walkBlock(node: XmlElement, walk: Walk, position: Position): boolean {
  switch (node.name) {
    case 'text:p':
    case 'text:h':
      walkParagraph(node, walk, position)
      return true
    case 'text:list':
      walkList(node, walk, position.depth + 1)
      return true
    case 'table:table':
      walkTable(node, walk)
      return true
    case 'text:table-of-content':
    case 'text:illustration-index':
    case 'text:table-index':
    case 'text:object-index':
    case 'text:user-index':
    case 'text:alphabetical-index':
      walk.writer.count('contents')
      return false
    case 'text:tracked-changes':
      walk.writer.count('tracked-changes', children(node, 'text:changed-region').length)
      return false
    case 'text:bookmark':
    case 'text:bookmark-start':
    case 'office:annotation':
    case 'office:annotation-end':
    case 'draw:frame':
    case 'draw:g':
    case 'draw:custom-shape':
    case 'draw:rect':
      walkInlines([node], walk)
      walkBoxes(walk)
      return true
    case 'text:section':
      if (node.attributes['text:display'] === 'none') walk.writer.count('hidden-text')
      else walkBlocks(node.children, walk, position)
      return true
    case 'office:forms':
    case 'text:sequence-decls':
    case 'text:variable-decls':
    case 'text:user-field-decls':
    case 'text:index-title-template':
      return false
    default:
      walkBlocks(node.children, walk, position)
      return true
  }
}

function walkParagraph(paragraph: XmlElement, walk: Walk, position: Position): void {
  const style = paragraph.attributes['text:style-name']
  const role = walk.styles.role(style)
  if (role?.kind === 'contents') {
    walk.writer.count('contents')
    return
  }
  if (walk.styles.hides(style)) {
    walk.writer.count('hidden-text')
    return
  }
  const { kind, level } = kindOf(paragraph, role, position)
  walk.title.see(() => textOf(paragraph), role?.kind === 'title')
  walk.writer.open(kind, level)
  walkInlines(paragraph.children, walk)
  walk.writer.close()
  walkBoxes(walk)
}

function walkBoxes(walk: Walk): void {
  for (const box of walk.boxes.splice(0)) walkBlocks(box.children, walk)
}

/** More than a heading can hold: a paragraph that was set in a heading's style for its looks. */
const longestHeading = 400

function kindOf(
  paragraph: XmlElement,
  role: StyleRole | null,
  { depth, first }: Position,
): { kind: BlockKind; level: number } {
  if (role?.kind === 'title') return { kind: 'heading', level: 1 }
  const outline = Number(
    paragraph.attributes['text:outline-level'] ?? paragraph.attributes['text:level'] ?? 1,
  )
  const level =
    paragraph.name === 'text:h'
      ? Math.min(6, Math.max(1, outline || 1))
      : role?.kind === 'heading'
        ? role.level
        : 0
  if (level > 0 && (textOf(paragraph)?.length ?? 0) <= longestHeading) return { kind: 'heading', level }
  if (depth > 0 && first) return { kind: 'list-item', level: Math.min(9, depth) }
  if (role === null || role.kind === 'heading' || role.kind === 'contents')
    return { kind: 'paragraph', level: 0 }
  return { kind: role.kind, level: 0 }
}

function walkList(list: XmlElement, walk: Walk, depth: number): void {
  for (const item of list.children.filter(isElement)) {
    if (item.name === 'text:list-item') walkBlocks(item.children, walk, { depth, first: true })
    else if (item.name === 'text:list-header') walkBlocks(item.children, walk, { depth, first: false })
  }
}

function walkTable(table: XmlElement, walk: Walk): void {
  const rows = within(table, 'table:table-row')
  const cells = rows.map(cellsOf)
  const sizes = cells.map((row) =>
    row.map((cell) => ({
      paragraphs: children(cell, 'text:p').length,
      length: textOf(cell)?.length ?? 0,
    })),
  )
  if (!walk.writer.inRow && isLayoutTable(sizes)) {
    for (const cell of cells.flat()) walkBlocks(cell.children, walk)
    return
  }
  for (const row of cells) {
    walk.writer.openRow()
    for (const cell of row) {
      walk.writer.openCell()
      walkBlocks(cell.children, walk)
    }
    walk.writer.closeRow()
  }
}

/** The cells of a row. One that is covered by a cell above it counts, as an empty one; one covered from the left does not. */
function cellsOf(row: XmlElement): XmlElement[] {
  let covered = 0
  return row.children.filter(isElement).filter((cell) => {
    if (cell.name === 'table:covered-table-cell') return covered-- <= 0
    if (cell.name !== 'table:table-cell') return false
    covered = Number(cell.attributes['table:number-columns-spanned'] ?? 1) - 1
    return true
  })
}

const rowGroups = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group'])

function within(element: XmlElement, name: string): XmlElement[] {
  return element.children
    .filter(isElement)
    .flatMap((node) => (node.name === name ? [node] : rowGroups.has(node.name) ? within(node, name) : []))
}
