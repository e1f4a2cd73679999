import { attribute, elementsIn, type HtmlElement, nameTags, textOf } from './tree.ts'

/** What the smaller things within a line are as plain text: raised figures, pictures of letters, marks of footnotes. */

const superscripts = new Map(
  [...'0123456789+-−=()ni'].map((plain, index) => [plain, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'][index] ?? plain]),
)
const subscripts = new Map(
  [...'0123456789+-−=()'].map((plain, index) => [plain, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'][index] ?? plain]),
)

/**
 * A `<sup>` or `<sub>` in Unicode's raised or lowered figures, so that 10 to the power of 6 does not read as 106.
 * Null where it holds more than figures: `1st` reads well as it is, and links are the reader's to follow.
 */
export function raised(element: HtmlElement): string | null {
  const text = textOf(element, 20).trim()
  if (!/\d/.test(text) && !/^[ni]$/.test(text)) return null
  for (const { name } of elementsIn(element)) if (name === 'a') return null
  if (isLinked(element)) return null
  const figures = element.name === 'sup' ? superscripts : subscripts
  const characters = [...text]
  if (!characters.every((character) => figures.has(character))) return null
  return characters.map((character) => figures.get(character) ?? '').join('')
}

function isLinked(element: HtmlElement): boolean {
  for (let next = element.parent; next !== null; next = next.parent) if (next.name === 'a') return true
  return false
}

const longestMark = 4

/** Whether a link to a place in the same page is the raised figure of a footnote. */
export function isNoteReference(link: HtmlElement): boolean {
  const text = textOf(link, 20).trim()
  if (text.length > longestMark || !/^[\p{L}\p{N}*†‡§]+$/u.test(text)) return false
  const role = `${attribute(link, 'role')} ${attribute(link, 'epub:type')} ${nameTags(link)}`
  if (/noteref|footnote|endnote/.test(role)) return true
  if (link.parent?.name === 'sup') return true
  for (const { name } of elementsIn(link)) if (name === 'sup') return true
  return false
}

/** Whether a link leads from a footnote back to its mark. */
export function isBackLink(link: HtmlElement): boolean {
  const role = `${attribute(link, 'role')} ${attribute(link, 'class')} ${attribute(link, 'rev')}`
  if (/doc-backlink|footnote-?back|reversefootnote|backref|mw-cite-backlink/.test(role)) return true
  return attribute(link, 'href').startsWith('#') && /^(?:[↩↵⏎↑^⤴\s]|\ufe0e|\ufe0f)+$/u.test(textOf(link, 20))
}

/** Whether an element holds the footnotes of a text. */
export function isFootnotes(element: HtmlElement): boolean {
  if (/^(?:body|main|article|html)$/.test(element.name)) return false
  const role = `${attribute(element, 'role')} ${attribute(element, 'epub:type')}`
  if (/\b(?:doc-(?:footnote|endnotes?)|footnotes?|endnotes?|rearnotes?)\b/.test(role)) return true
  if (!/^(?:section|div|aside|ol|ul|dl)$/.test(element.name)) return false
  return /(?:^|[\s_-])(?:footnotes|endnotes|wp-block-footnotes)(?:$|[\s_-])/.test(nameTags(element))
}

/** What a picture among letters stands for: a smiley or a formula. Other pictures are not read out. */
export function pictureText(picture: HtmlElement): string {
  const alt = attribute(picture, 'alt')
  if (alt === '' || alt.length > 200) return ''
  if (
    /^[\p{Extended_Pictographic}\p{Emoji_Component}\s]+$/u.test(alt) &&
    /\p{Extended_Pictographic}/u.test(alt)
  )
    return alt
  return /(?:^|[\s_-])(?:tex|latex|math|mwe-math\S*|emoji)(?:$|[\s_-])/.test(nameTags(picture)) ? alt : ''
}

/** A formula as its page gives it in words or TeX; empty where only its parts can be read. */
export function formulaText(formula: HtmlElement): string {
  return attribute(formula, 'alttext').trim()
}
