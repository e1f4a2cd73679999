import type { BlockKind } from '#shared/model.ts'
import { isLayoutTable } from '../office/tables.ts'
import {
  child,
  children,
  descendants,
  isElement,
  textOf,
  type XmlElement,
  type XmlNode,
} from '../office/xml.ts'
import { walkInlines } from './inlines.ts'
import { numberingOf, outlineLevel, value } from './styles.ts'
import type { Walk } from './walk.ts'

/** Walks what stands between paragraphs, in order. */
export function walkBlocks(nodes: readonly XmlNode[], walk: Walk): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    switch (node.name) {
      case 'w:p':
        walkParagraph(node, walk)
        break
      case 'w:tbl':
        walkTable(node, walk)
        break
      case 'w:sdt':
        if (isContents(node)) walk.writer.count('contents')
        else walkBlocks(child(node, 'w:sdtContent')?.children ?? [], walk)
        break
      case 'mc:AlternateContent':
        walkBlocks((child(node, 'mc:Choice') ?? child(node, 'mc:Fallback'))?.children ?? [], walk)
        break
      case 'w:del':
      case 'w:moveFrom':
      case 'w:sectPr':
        break
      case 'w:altChunk':
        walk.writer.count('embedded')
        break
      case 'w:bookmarkStart':
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
      case 'w:r':
        walkInlines([node], walk)
        break
      default:
        walkBlocks(node.children, walk)
    }
  }
}

function isContents(sdt: XmlElement): boolean {
  return value(descendants(child(sdt, 'w:sdtPr'), 'w:docPartGallery')[0]) === 'Table of Contents'
}

function walkParagraph(paragraph: XmlElement, walk: Walk): void {
  const { writer } = walk
  const properties = child(paragraph, 'w:pPr')
  const styleId = value(child(properties, 'w:pStyle')) ?? walk.styles.usual
  const role = roleOf(paragraph, properties, styleId, walk)
  if (role === null) {
    writer.count('contents')
    return
  }
  walk.title.see(() => textOf(paragraph), role.isTitle)
  if (walk.joins && writer.isOpen) writer.recast(role.kind, role.level)
  else writer.open(role.kind, role.level)
  walk.joins = isJoined(properties)
  if (walk.joins) walk.changes.add(`end ${walk.changes.size}`)
  walkInlines(paragraph.children, walk)
  if (!walk.joins) writer.close()
  for (const box of walk.boxes.splice(0)) {
    walk.joins = false
    walkBlocks(box.children, walk)
  }
}

/** Whether the paragraph's end is deleted, or moved away, so that it runs on into the next. */
function isJoined(properties: XmlElement | undefined): boolean {
  const mark = child(properties, 'w:rPr')
  return child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined
}

/** More than a heading can hold: a paragraph that was set in a heading's style for its looks. */
const longestHeading = 400

/** What a paragraph is; null for a line of a table of contents. Its own properties count before those of its style. */
function roleOf(
  paragraph: XmlElement,
  properties: XmlElement | undefined,
  styleId: string | undefined,
  walk: Walk,
): { kind: BlockKind; level: number; isTitle: boolean } | null {
  const role = walk.styles.role(styleId)
  if (role?.kind === 'contents') return null
  if (role?.kind === 'title') return { kind: 'heading', level: 1, isTitle: true }
  const outline = outlineLevel(properties)
  const level = outline === undefined ? (role?.kind === 'heading' ? role.level : null) : outline
  if (level !== null && (textOf(paragraph)?.length ?? 0) <= longestHeading) {
    return { kind: 'heading', level, isTitle: false }
  }
  if (role !== null && role.kind !== 'heading') return { kind: role.kind, level: 0, isTitle: false }
  const list = listLevel(properties, styleId, walk)
  return list === null
    ? { kind: 'paragraph', level: 0, isTitle: false }
    : { kind: 'list-item', level: list, isTitle: false }
}

/** The nesting depth of a list item, from 1; null for what is none. */
function listLevel(
  properties: XmlElement | undefined,
  styleId: string | undefined,
  walk: Walk,
): number | null {
  const own = numberingOf(properties)
  const inherited = walk.styles.numbering(styleId)
  const numId = own.numId ?? inherited.numId
  const level = own.level ?? inherited.level ?? 0
  if (numId === undefined || !Number.isInteger(level) || !walk.isListed(numId, level)) return null
  return Math.min(9, level + 1)
}

function walkTable(table: XmlElement, walk: Walk): void {
  walk.joins = false
  const rows = rowsOf(table).filter((row) => !isDeleted(row))
  if (!walk.writer.inRow && isLayout(rows)) {
    for (const row of rows) for (const cell of cellsOf(row)) walkBlocks(cell.children, walk)
    return
  }
  for (const row of rows) {
    walk.writer.openRow()
    for (const cell of cellsOf(row)) {
      walk.writer.openCell()
      walkBlocks(cell.children, walk)
      walk.joins = false
    }
    walk.writer.closeRow()
  }
}

function isDeleted(row: XmlElement): boolean {
  return child(child(row, 'w:trPr'), 'w:del') !== undefined
}

function isLayout(rows: XmlElement[]): boolean {
  return isLayoutTable(
    rows.map((row) =>
      cellsOf(row).map((cell) => ({
        paragraphs: children(cell, 'w:p').length,
        length: textOf(cell)?.length ?? 0,
      })),
    ),
  )
}

const rowsOf = (table: XmlElement): XmlElement[] => within(table, 'w:tr')
const cellsOf = (row: XmlElement): XmlElement[] => within(row, 'w:tc')

/** Rows or cells, also those inside content controls and other wrappers. */
function within(element: XmlElement, name: string): XmlElement[] {
  return element.children
    .filter(isElement)
    .flatMap((node) => (node.name === name ? [node] : wrappers.has(node.name) ? within(node, name) : []))
}

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'])
