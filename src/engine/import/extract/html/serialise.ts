import { voidElements } from './syntax.ts'
import { elementsIn, type HtmlElement, type HtmlNode, noAttributes } from './tree.ts'
import { isUnread } from './visible.ts'

/** What readability looks at; everything else, such as programs and pictures as data, would only cost memory. */
const keptAttributes = [
  'data-mark',
  'id',
  'class',
  'href',
  'itemprop',
  'rel',
  'role',
  'style',
  'colspan',
  'rowspan',
  'start',
  'dir',
  'alt',
  'src',
  'name',
]
const longestKept = 2_000

/** Gives every element its number in document order, and the elements by number: so they can be found again. */
export function mark(root: HtmlElement): HtmlElement[] {
  const marked: HtmlElement[] = []
  for (const element of elementsIn(root)) {
    if (element.attributes === noAttributes) element.attributes = Object.create(null)
    element.attributes['data-mark'] = String(marked.length)
    marked.push(element)
  }
  return marked
}

/** Writes a tree as well-formed HTML, without what no reader sees. */
export function serialise(root: HtmlElement): string {
  const parts: string[] = []
  const write = (node: HtmlNode): void => {
    if (typeof node === 'string') parts.push(escapeText(node))
    else if (node === root || !isUnread(node)) {
      parts.push('<', node.name, ...attributesOf(node), '>')
      if (voidElements.has(node.name)) return
      node.children.forEach(write)
      parts.push('</', node.name, '>')
    }
  }
  root.children.forEach(write)
  return parts.join('')
}

function attributesOf({ attributes }: HtmlElement): string[] {
  return keptAttributes.flatMap((name) => {
    const value = attributes[name]
    return value === undefined || value.length > longestKept || value.startsWith('data:')
      ? []
      : [` ${name}="${escapeText(value)}"`]
  })
}

function escapeText(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text
}
