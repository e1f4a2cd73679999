import type { RichTextNode } from '#shared/model.ts'
import { type ImageFields, imageType } from '#shared-editor/text.ts'

/** Nodes of rich text as Lexical writes them, made without an editor. */

/** Formats of a text, as Lexical's bits. */
export const bold = 1
export const italic = 2
export const struck = 4
export const code = 16

const element = { version: 1, format: '', indent: 0, direction: null }

export function textNode(text: string, format: number): RichTextNode {
  return { type: 'text', version: 1, text, format, style: '', mode: 'normal', detail: 0 }
}

export function lineBreak(): RichTextNode {
  return { type: 'linebreak', version: 1 }
}

export function linkNode(url: string, children: RichTextNode[]): RichTextNode {
  return { ...element, type: 'link', url, rel: 'noreferrer', target: null, title: null, children }
}

export function paragraph(children: RichTextNode[]): RichTextNode {
  return { ...element, type: 'paragraph', textFormat: 0, textStyle: '', children }
}

/** `level` from 1; the editor knows three. */
export function heading(level: number, children: RichTextNode[]): RichTextNode {
  return { ...element, type: 'heading', tag: `h${Math.min(level, 3)}`, children }
}

export function quotation(children: RichTextNode[]): RichTextNode {
  return { ...element, type: 'quote', children }
}

export function codeBlock(text: string): RichTextNode {
  const lines = text.split('\n').flatMap((line, index) => {
    const words = line === '' ? [] : [textNode(line, 0)]
    return index === 0 ? words : [lineBreak(), ...words]
  })
  return { ...element, type: 'code', language: undefined, children: lines }
}

export function rule(): RichTextNode {
  return { type: 'horizontalrule', version: 1 }
}

export type ListKind = 'bullet' | 'number' | 'check'

export function list(listType: ListKind, start: number, children: RichTextNode[]): RichTextNode {
  return { ...element, type: 'list', listType, start, tag: listType === 'number' ? 'ol' : 'ul', children }
}

/** `checked` is undefined in a list that is not for ticking off. */
export function listItem(value: number, children: RichTextNode[], checked?: boolean): RichTextNode {
  return { ...element, type: 'listitem', value, checked, children }
}

export function table(rows: RichTextNode[]): RichTextNode {
  return { ...element, type: 'table', children: rows }
}

export function tableRow(cells: RichTextNode[]): RichTextNode {
  return { ...element, type: 'tablerow', children: cells }
}

export function tableCell(isHead: boolean, children: RichTextNode[]): RichTextNode {
  const content = children.length === 0 ? [paragraph([])] : children
  return {
    ...element,
    type: 'tablecell',
    headerState: isHead ? 1 : 0,
    colSpan: 1,
    rowSpan: 1,
    children: content,
  }
}

/** An image whose bytes came along: it has no hash before the notebook has it. */
export interface CarriedImage extends RichTextNode {
  type: typeof imageType
  alt: string
  /** A `data:` address. */
  data: string
}

export function carriedImage(data: string, alt: string): CarriedImage {
  return { type: imageType, version: 1, alt, data }
}

export function storedImage({ hash, ending, alt }: ImageFields): RichTextNode {
  return { type: imageType, version: 1, hash, ending, alt }
}
