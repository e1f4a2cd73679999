import { child, isElement, type XmlElement } from '../office/xml.ts'

/** An equation on one line, as one would type it: `a/b`, `x^2`, `√(…)`. What has no such form is its letters in order. */
export function equationText(element: XmlElement): string {
  const part = (name: string) => joined(child(element, name))
  switch (element.name) {
    case 'm:t':
      return element.children.filter((node) => !isElement(node)).join('')
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`
    case 'm:sSup':
      return `${part('m:e')}^${grouped(part('m:sup'))}`
    case 'm:sSub':
      return `${part('m:e')}_${grouped(part('m:sub'))}`
    case 'm:sSubSup':
      return `${part('m:e')}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))}`
    case 'm:rad':
      return `√${grouped(part('m:e'))}`
    case 'm:d':
      return `(${element.children
        .filter(isElement)
        .filter(({ name }) => name === 'm:e')
        .map(joined)
        .join(', ')})`
    default:
      return joined(element)
  }
}

function joined(element: XmlElement | undefined): string {
  return element?.children.filter(isElement).map(equationText).join('') ?? ''
}

function grouped(text: string): string {
  return [...text].length > 1 && !/^\(.*\)$/.test(text) ? `(${text})` : text
}
