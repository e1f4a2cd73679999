import { bold, code, italic, struck } from './blocks.ts'
import type { Style } from './line.ts'
import { styleAttribute } from './parse.ts'

/** What pasting reads off an element's tag and style, besides its place. */

/** An element's style as it was written. */
export function pastedStyle(element: Element): string {
  return element.getAttribute(styleAttribute) ?? ''
}

const boldTags = new Set(['B', 'STRONG'])
const italicTags = new Set(['I', 'EM'])
const struckTags = new Set(['S', 'DEL', 'STRIKE'])
const codeTags = new Set(['CODE', 'KBD', 'SAMP', 'TT'])

/** The look of an element's words, by its tag and by what its style says against it. Google's documents stand in a `<b>` that is not bold. */
export function styleOf(element: Element, { format, link }: Style): Style {
  const style = pastedStyle(element)
  let now = format
  if (boldTags.has(element.tagName)) now |= bold
  if (italicTags.has(element.tagName)) now |= italic
  if (struckTags.has(element.tagName)) now |= struck
  if (codeTags.has(element.tagName)) now |= code
  const weight = /(?:^|;)\s*font-weight:\s*([\w-]+)/i.exec(style)?.[1]
  if (weight !== undefined) now = Number(weight) >= 600 || /^bold/i.test(weight) ? now | bold : now & ~bold
  const slant = /(?:^|;)\s*font-style:\s*(\w+)/i.exec(style)?.[1]
  if (slant !== undefined) now = /italic|oblique/i.test(slant) ? now | italic : now & ~italic
  if (/text-decoration(?:-line)?:[^;]*line-through/i.test(style)) now |= struck
  return { format: now, link: element.tagName === 'A' ? addressOf(element) : link }
}

/** Where a link leads, if that is somewhere it may lead: the web or a mail. Places within the copied page are not. */
export function addressOf(link: Element): string | null {
  const href = (link.getAttribute('href') ?? '').trim()
  return isLinkAddress(href) ? href : null
}

/** Whether `address` may be a link's: nothing that runs, and nothing of this machine. */
export function isLinkAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(address)
}

const unseenTags = new Set([
  ...[
    'SCRIPT',
    'STYLE',
    'HEAD',
    'TITLE',
    'META',
    'LINK',
    'TEMPLATE',
    'NOSCRIPT',
    'IFRAME',
    'OBJECT',
    'EMBED',
    'SVG',
    'CANVAS',
  ],
  ...['AUDIO', 'VIDEO', 'BUTTON', 'SELECT', 'TEXTAREA', 'INPUT', 'FORM', 'DATALIST', 'MATH', 'O:P', 'XML'],
])

/** Whether an element shows no words of the text: code, controls, or something hidden. */
export function isUnseen(element: Element): boolean {
  const tag = element.tagName.toUpperCase()
  // A form may hold the whole page; only what one types into is no text.
  if (tag === 'FORM') return false
  if (unseenTags.has(tag) || element.hasAttribute('hidden')) return true
  return /display:\s*none|visibility:\s*hidden|mso-hide:\s*all|mso-list:\s*ignore/i.test(pastedStyle(element))
}

const blockTags = new Set([
  ...[
    'P',
    'DIV',
    'SECTION',
    'ARTICLE',
    'MAIN',
    'HEADER',
    'FOOTER',
    'ASIDE',
    'NAV',
    'FIGURE',
    'FIGCAPTION',
    'ADDRESS',
    'CENTER',
  ],
  ...[
    'DL',
    'DT',
    'DD',
    'DETAILS',
    'SUMMARY',
    'FIELDSET',
    'LEGEND',
    'FORM',
    'BODY',
    'HTML',
    'LI',
    'TR',
    'TD',
    'TH',
    'CAPTION',
  ],
])

/** Whether an element begins and ends a line of its own. */
export function isBlock(element: Element): boolean {
  return blockTags.has(element.tagName)
}
