import { elementsIn, type HtmlElement, textOf } from './tree.ts'
import { isUnread } from './visible.ts'

const shortestCaption = 30
const longestCaption = 900

/**
 * Puts captions back that stand within the article's stretch of the page and were lost with their pictures.
 * @param marked the elements of the page, by the number that the article's elements bear
 */
export function restoreCaptions(article: HtmlElement, marked: readonly HtmlElement[]): void {
  const kept = [...elementsIn(article)].filter((element) => markOf(element) >= 0)
  const marks = kept.map(markOf)
  const first = marks[0] ?? 0
  const last = marks.reduce((most, mark) => Math.max(most, mark), 0)
  const here = folded(textOf(article))
  for (const caption of marked.slice(first, last)) {
    if (caption.name !== 'figcaption' || !isCaption(caption) || here.includes(folded(textOf(caption))))
      continue
    const next = kept.find((element) => markOf(element) > markOf(caption))
    if (next !== undefined) insertBefore(next, caption, article)
  }
}

export function isCaption(element: HtmlElement): boolean {
  const { length } = folded(textOf(element, longestCaption + 1))
  if (length < shortestCaption || length > longestCaption) return false
  for (let next: HtmlElement | null = element; next !== null; next = next.parent) {
    if (isUnread(next) || /^(?:nav|aside|footer|a|li)$/.test(next.name)) return false
  }
  return true
}

function insertBefore(next: HtmlElement, caption: HtmlElement, article: HtmlElement): void {
  let before = next
  // Before a whole list or quotation, not within it.
  while (before.parent !== null && before.parent !== article && markOf(before.parent) > markOf(caption))
    before = before.parent
  const { parent } = before
  if (parent !== null) parent.children.splice(parent.children.indexOf(before), 0, caption)
}

function markOf(element: HtmlElement): number {
  return Number(element.attributes['data-mark'] ?? -1)
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
