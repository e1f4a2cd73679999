import type { RichTextNode } from '#shared/model.ts'
import { type ListKind, list, listItem } from './blocks.ts'
import { pastedStyle } from './looks.ts'
import { styleAttribute } from './parse.ts'

/** One item as it stands in the page: how deep, from 1, and what is in it. */
export interface Item {
  level: number
  kind: ListKind
  /** Its number in a numbered list, where one is given. */
  start: number
  checked: boolean | undefined
  children: RichTextNode[]
}

/** Items in order as lists in lists. An item that is deeper by more than one level is taken as deeper by one. */
export function nestedLists(items: readonly Item[]): RichTextNode[] {
  const lists: RichTextNode[] = []
  let index = 0
  while (index < items.length) {
    const made = readList(items, index, 1)
    lists.push(made.list)
    index = made.next
  }
  return lists
}

function readList(items: readonly Item[], from: number, depth: number): { list: RichTextNode; next: number } {
  const { level, kind, start } = items[from] ?? { level: 1, kind: 'bullet' as const, start: 1 }
  const children: RichTextNode[] = []
  let value = start
  let index = from
  for (let item = items[index]; item !== undefined && item.level >= level; item = items[index]) {
    if (item.level > level) {
      const inner = readList(items, index, depth + 1)
      // Lexical keeps a list in a list in an item of its own.
      children.push({ ...listItem(value, [inner.list]), indent: depth - 1 })
      index = inner.next
      continue
    }
    if (item.kind !== kind) break
    children.push({ ...listItem(value, item.children, item.checked), indent: depth - 1 })
    value++
    index++
  }
  return { list: list(kind, start, children), next: index }
}

/**
 * How Word says that a paragraph is a list's item: its level and the mark it shows; null for any other paragraph. Word
 * has no list elements: the style names the list, and the mark stands in a span to be ignored.
 */
export function wordItem(element: Element): { level: number; kind: ListKind; start: number } | null {
  const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(pastedStyle(element))?.[1]
  if (level === undefined) return null
  const ignored = [...element.querySelectorAll(`[${styleAttribute}]`)].find((span) =>
    /mso-list:\s*ignore/i.test(pastedStyle(span)),
  )
  const mark = (ignored?.textContent ?? '').replace(/[\s\u00a0]+/g, '')
  const numbered = /^\(?(?:(\d+)|[a-z]{1,4})[.)]/i.exec(mark)
  return {
    level: Number(level),
    kind: numbered ? 'number' : 'bullet',
    start: Number(numbered?.[1] ?? 1),
  }
}
