import { roleOfStyle, type StyleRole } from '../office/style-names.ts'
import { child, children, type XmlElement } from '../office/xml.ts'

/** `numId` names a list, `level` counts from 0. A paragraph may give either alone and inherit the other. */
export interface NumberingReference {
  numId: string | undefined
  level: number | undefined
}

export interface WordStyles {
  /** What a paragraph of this style is; null where the style does not say. */
  role: (styleId: string | undefined) => StyleRole | null
  numbering: (styleId: string | undefined) => NumberingReference
  /** Whether text in this style is hidden. */
  hides: (styleId: string | undefined) => boolean
  /** The style of paragraphs that name none. */
  usual: string | undefined
}

/** No chain of styles is longer but one that bites its tail. */
const longestChain = 20

/** Reads styles.xml: a style inherits from the one it is based on whatever it does not say itself. */
export function readStyles(root: XmlElement | undefined): WordStyles {
  const styles = new Map(children(root, 'w:style').map((style) => [style.attributes['w:styleId'], style]))
  const usual = children(root, 'w:style').find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && isOn(attributes['w:default']),
  )?.attributes['w:styleId']

  const chain = (styleId: string | undefined): XmlElement[] => {
    const found: XmlElement[] = []
    let next = styleId === undefined ? undefined : styles.get(styleId)
    while (next !== undefined && found.length < longestChain) {
      found.push(next)
      const base = value(child(next, 'w:basedOn'))
      next = base === undefined ? undefined : styles.get(base)
    }
    return found
  }
  const roles = new Map<string | undefined, StyleRole | null>()
  return {
    usual,
    role: (styleId) => {
      const known = roles.get(styleId)
      if (known !== undefined) return known
      const found = roleOfChain(styleId, chain(styleId))
      roles.set(styleId, found)
      return found
    },
    numbering: (styleId) => {
      const references = chain(styleId).map((style) => numberingOf(child(style, 'w:pPr')))
      return {
        numId: references.find(({ numId }) => numId !== undefined)?.numId,
        level: references.find(({ level }) => level !== undefined)?.level,
      }
    },
    hides: (styleId) => chain(styleId).some((style) => isSet(child(style, 'w:rPr'), 'w:vanish')),
  }
}

/** The nearest style that says what it is, by its outline level or its name; a style missing from the list by its id. */
function roleOfChain(styleId: string | undefined, chain: XmlElement[]): StyleRole | null {
  if (chain.length === 0) return styleId === undefined ? null : roleOfStyle(styleId)
  for (const style of chain) {
    const named =
      roleOfStyle(value(child(style, 'w:name')) ?? '') ?? roleOfStyle(style.attributes['w:styleId'] ?? '')
    if (named !== null) return named
    const outline = outlineLevel(child(style, 'w:pPr'))
    if (outline !== undefined) return outline === null ? null : { kind: 'heading', level: outline }
  }
  return null
}

/** The heading level of a paragraph's own properties: null where they say that it is body text, undefined if nothing. */
export function outlineLevel(properties: XmlElement | undefined): number | null | undefined {
  const written = value(child(properties, 'w:outlineLvl'))
  if (written === undefined || !/^\d$/.test(written)) return undefined
  return written === '9' ? null : Math.min(6, Number(written) + 1)
}

export function numberingOf(properties: XmlElement | undefined): NumberingReference {
  const found = child(properties, 'w:numPr')
  const level = value(child(found, 'w:ilvl'))
  return { numId: value(child(found, 'w:numId')), level: level === undefined ? undefined : Number(level) }
}

/** The `w:val` of an element. */
export function value(element: XmlElement | undefined): string | undefined {
  return element?.attributes['w:val']
}

/** Whether a property that is either on or off is there and on. */
export function isSet(properties: XmlElement | undefined, name: string): boolean {
  const found = child(properties, name)
  return found !== undefined && isOn(value(found) ?? 'true')
}

function isOn(written: string | undefined): boolean {
  return written !== undefined && !/^(?:0|false|off|none)$/.test(written)
}
