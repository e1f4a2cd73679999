/** Signs at the start of a line: bullets, numbers of lists, references and footnotes, names of figures and tables. */

const bullets = '•‣◦▪▫■□●○◆◇▶►➢➤✓✔❖∙·⁃\uf0b7\uf0a7\uf0d8'
const bullet = new RegExp(`^(?:[${bullets}]\\s*|[-–—*o]\\s+)(?=\\S)`, 'u')
const bulletAlone = new RegExp(`^[${bullets}\\-–—*o]$`, 'u')
const number = /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z])[.)]|\[\d{1,3}\])(?=\s|$)/u

/** Whether a text is nothing but the sign before an item of a list. */
export function isMarker(text: string): boolean {
  const trimmed = text.trim()
  return bulletAlone.test(trimmed) || (number.test(trimmed) && trimmed.length <= 6)
}

/** The bullet that a line starts with, or an empty string. */
export function bulletOf(text: string): string {
  return bullet.exec(text)?.[0] ?? ''
}

/** The number or letter that a line starts with as an item of a list has it, such as `3.`, `(b)` or `[12]`. */
export function numberOf(text: string): string {
  return number.exec(text)?.[0] ?? ''
}

/** What a list's number counts to, where it is written in digits. */
export function countOf(marker: string): number | undefined {
  const digits = /\d+/.exec(marker)?.[0]
  return digits === undefined ? undefined : Number(digits)
}

const caption =
  /^(?:(?:Fig(?:ure|\.)?|Table|Tab\.|Chart|Plate|Map|Box|Photo|Scheme|Exhibit|Abb(?:ildung|\.)|Tabelle|Tableau|Figura|Tabla|Tabela|Tabell|Figur)\s?(?:[A-Z]?\d+(?:[.-]\d+)*[a-z]?|[IVX]+)(?:\s*[.:|–—-]|\s+(?=\p{Lu})))/u

/** Whether a line begins as the caption of a figure or table does. */
export function isCaption(text: string): boolean {
  return caption.test(text)
}

/** The sign that a footnote starts with. */
export function noteMarkOf(text: string): string {
  return /^(?:\d{1,3}|[*†‡§¶∗]{1,3}|[a-z](?=\s))(?=[\s.)]|\p{L}|["“‘(])/u.exec(text)?.[0] ?? ''
}
