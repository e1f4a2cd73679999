/** An HTML document as it was parsed: elements, and text as plain strings. Comments and declarations are left out. */
export interface HtmlElement {
  /** In lower case. */
  name: string
  /** Names in lower case. No prototype, so that any name can be asked for. */
  attributes: Record<string, string>
  children: HtmlNode[]
  parent: HtmlElement | null
}
export type HtmlNode = HtmlElement | string

/** Most elements have no attributes: they share this, which nobody writes to. */
export const noAttributes: Record<string, string> = Object.freeze(Object.create(null))

export function newElement(name: string, parent: HtmlElement | null): HtmlElement {
  return { name, attributes: noAttributes, children: [], parent }
}

export function attribute(element: HtmlElement, name: string): string {
  return element.attributes[name] ?? ''
}

/** The element's id and class names, in lower case, for telling by name what it is. */
export function nameTags(element: HtmlElement): string {
  return `${attribute(element, 'class')} ${attribute(element, 'id')}`.toLowerCase()
}

/** Every element below `root` in document order, `root` itself left out. The tree must not be changed meanwhile. */
export function* elementsIn(root: HtmlElement): Generator<HtmlElement> {
  const stack: HtmlElement[] = [root]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next !== root) yield next
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index]
      if (typeof child === 'object') stack.push(child)
    }
  }
}

/** The text below an element as it stands, without any layout. Stops after about `limit` UTF-16 units. */
export function textOf(root: HtmlElement, limit = Number.POSITIVE_INFINITY): string {
  const stack: HtmlNode[] = [root]
  const parts: string[] = []
  let length = 0
  for (let next = stack.pop(); next !== undefined && length < limit; next = stack.pop()) {
    if (typeof next === 'string') {
      parts.push(next)
      length += next.length
    } else {
      for (let index = next.children.length - 1; index >= 0; index--) stack.push(next.children[index] ?? '')
    }
  }
  return parts.join('')
}

/** Takes an element out of its parent. */
export function remove(element: HtmlElement): void {
  const { parent } = element
  if (parent === null) return
  const index = parent.children.indexOf(element)
  if (index >= 0) parent.children.splice(index, 1)
  element.parent = null
}
