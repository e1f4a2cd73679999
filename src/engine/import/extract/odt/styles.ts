import { roleOfStyle, type StyleRole } from '../office/style-names.ts'
import { child, children, type XmlElement } from '../office/xml.ts'

export interface TextStyles {
  /** What a paragraph of this style is; null where the style does not say. */
  role: (name: string | undefined) => StyleRole | null
  /** Whether text in this style is hidden. */
  hides: (name: string | undefined) => boolean
}

const longestChain = 20

/** Reads the named and the automatic styles of a document; an automatic one leads to a named one as its parent. */
export function readStyles(parts: readonly XmlElement[]): TextStyles {
  const styles = new Map<string | undefined, XmlElement>()
  for (const part of parts) {
    for (const group of ['office:styles', 'office:automatic-styles']) {
      for (const style of children(child(part, group), 'style:style')) {
        const name = style.attributes['style:name']
        if (!styles.has(name)) styles.set(name, style)
      }
    }
  }
  const roles = new Map<string | undefined, StyleRole | null>()
  const chain = (name: string | undefined): XmlElement[] => {
    const found: XmlElement[] = []
    let next = name === undefined ? undefined : styles.get(name)
    while (next !== undefined && found.length < longestChain) {
      found.push(next)
      const parent = next.attributes['style:parent-style-name']
      next = parent === undefined ? undefined : styles.get(parent)
    }
    return found
  }
  return {
    role: (name) => {
      const known = roles.get(name)
      if (known !== undefined) return known
      const found = roleOfChain(name, chain(name))
      roles.set(name, found)
      return found
    },
    hides: (name) =>
      chain(name).some(
        (style) => child(style, 'style:text-properties')?.attributes['text:display'] === 'none',
      ),
  }
}

function roleOfChain(name: string | undefined, chain: XmlElement[]): StyleRole | null {
  const last = chain.at(-1)?.attributes['style:parent-style-name'] ?? (chain.length === 0 ? name : undefined)
  for (const { attributes } of chain) {
    const named =
      roleOfStyle(attributes['style:display-name'] ?? '') ?? roleOfStyle(attributes['style:name'] ?? '')
    if (named !== null) return named
    const outline = Number(attributes['style:default-outline-level'] ?? 0)
    if (outline > 0) return { kind: 'heading', level: Math.min(6, outline) }
  }
  // A style that the file refers to without describing it is known by its name alone.
  return last === undefined ? null : roleOfStyle(last)
}
