import { type Box, boundsOf } from './geometry.ts'

const copied = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
] as const

/** The whole drawing as an SVG file of its own: colours and fonts written out, at 1:1, whatever part is on screen. */
export function svgFile(drawing: SVGSVGElement, boxes: readonly Box[]): string {
  const bounds = boundsOf(boxes, 24)
  const file = drawing.cloneNode(true) as SVGSVGElement
  copyStyles(drawing, file)
  for (const name of ['class', 'role', 'data-panning']) file.removeAttribute(name)
  file.firstElementChild?.removeAttribute('transform')
  file.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  file.setAttribute('viewBox', `${bounds.left} ${bounds.top} ${bounds.width} ${bounds.height}`)
  file.setAttribute('width', String(Math.round(bounds.width)))
  file.setAttribute('height', String(Math.round(bounds.height)))
  file.prepend(background(bounds))
  return new XMLSerializer().serializeToString(file)
}

/** What the window shows behind the drawing, as a rectangle: not every program heeds a background style. */
function background(bounds: ReturnType<typeof boundsOf>): SVGRectElement {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  const { left, top, width, height } = bounds
  for (const [name, value] of Object.entries({ x: left, y: top, width, height })) {
    rect.setAttribute(name, String(value))
  }
  rect.setAttribute('fill', getComputedStyle(document.body).backgroundColor)
  return rect
}

function copyStyles(from: Element, to: Element): void {
  Array.from(from.children).forEach((original, i) => {
    const copy = to.children[i]
    if (!copy) return
    const style = getComputedStyle(original)
    for (const name of ['class', 'style', 'tabindex', 'role', 'data-node']) copy.removeAttribute(name)
    if (original.tagName !== 'g' && original.tagName !== 'title') {
      for (const name of copied) copy.setAttribute(name, style.getPropertyValue(name))
    }
    copyStyles(original, copy)
  })
}
