import { attribute, type HtmlElement, textOf } from './tree.ts'

/** Elements that hold nothing to read, or programs, drawings, controls and recordings. */
const unread = new Set(
  (
    'script style noscript noframes noembed title meta link base iframe frame frameset object embed applet canvas svg audio ' +
    'video map area select option datalist textarea input progress meter annotation annotation-xml rt rp rtc col colgroup param'
  ).split(' '),
)
const offScreen =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text)?|screenreader|a11y-hidden|u-hidden-visually)(?:$|[\s_-])/i
/** More than this is a page behind a dialogue, or a text that a script was to unfold; not a label for a screen reader. */
const longestLabel = 200

/** Whether an element is left out with all that is in it. */
export function isUnread(element: HtmlElement): boolean {
  const { name } = element
  if (unread.has(name)) return true
  if (name === 'template') return !isShadowRoot(element)
  if (name === 'dialog') return !('open' in element.attributes)
  if (name === 'button') return !isInsideHeading(element)
  return isHidden(element)
}

/** What a saved page keeps of a component's inside. */
function isShadowRoot(element: HtmlElement): boolean {
  return 'shadowrootmode' in element.attributes || 'shadowroot' in element.attributes
}

function isHidden(element: HtmlElement): boolean {
  const { attributes } = element
  if ('hidden' in attributes && attributes.hidden !== 'until-found') return true
  if (
    attributes.style !== undefined &&
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style)
  )
    return true
  if (attributes['aria-hidden'] === 'true') return isShort(element)
  return offScreen.test(attribute(element, 'class')) && isShort(element)
}

function isShort(element: HtmlElement): boolean {
  return textOf(element, longestLabel + 1).trim().length <= longestLabel
}

/** The questions of a list that unfolds its answers are buttons within headings. */
function isInsideHeading(element: HtmlElement): boolean {
  for (let next = element.parent; next !== null; next = next.parent) {
    if (/^(?:h[1-6]|summary|dt)$/.test(next.name)) return true
  }
  return false
}
