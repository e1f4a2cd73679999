import type { PagePoint } from './align/alignPage.ts'
import type { PageItem } from './align/items.ts'
import { measure } from './measure.ts'

/** Puts a page's texts over its drawing, unseen, so that they can be pointed at and selected. Lengths are in points. */
export function fillTextLayer(layer: HTMLElement, items: readonly PageItem[]): void {
  layer.replaceChildren(...items.map(spanOf))
}

function spanOf(item: PageItem, index: number): HTMLElement {
  const span = document.createElement('span')
  span.textContent = item.text
  span.dataset.item = String(index)
  span.dir = item.rightToLeft ? 'rtl' : 'ltr'
  const { style } = span
  style.left = `${item.x}px`
  style.top = `${item.y}px`
  style.fontSize = `${item.size}px`
  style.fontFamily = item.font
  const width = (measure(item.text, item.font) / 100) * item.size
  const stretch = width > 0 ? item.length / width : 1
  style.transform = `rotate(${item.angle}rad) translateY(${-item.ascent * item.size}px) scaleX(${stretch})`
  return span
}

/** The point of a page's text at a DOM position; null outside of any text layer. */
export function pointAt(node: Node, offset: number): (PagePoint & { layer: HTMLElement }) | null {
  const element = node instanceof Element ? node : node.parentElement
  const layer = element?.closest<HTMLElement>('[data-page-text]')
  if (!layer) return null
  const span = element?.closest<HTMLElement>('[data-item]')
  if (span)
    return {
      layer,
      item: Number(span.dataset.item),
      offset: node === span ? (offset > 0 ? span.textContent.length : 0) : offset,
    }
  // Between two texts: the one before ends here.
  return { layer, item: offset, offset: 0 }
}

/** The page that a text layer belongs to, counted from 1. */
export function pageOf(layer: HTMLElement): number {
  return Number(layer.dataset.pageText)
}
