import type { PDFPageProxy } from 'pdfjs-dist'
import type { PageComment, PageField, PageLink, Place, Rectangle } from './model.ts'

interface Annotation {
  subtype?: string
  url?: string
  rect?: number[]
  quadPoints?: ArrayLike<number> | null
  contentsObj?: { str?: string }
  titleObj?: { str?: string }
  fieldType?: string
  fieldValue?: unknown
  password?: boolean
  hidden?: boolean
}

const markup = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Text', 'Caret', 'FreeText'])

/** Signs that stand at a point of the text and not over words. */
const points = new Set(['Text', 'Caret'])

/** The links of a page, what a reader wrote on it, and what stands in the fields of its form. */
export async function readMarks(
  page: PDFPageProxy,
  place: Place,
): Promise<{ links: PageLink[]; comments: PageComment[]; fields: PageField[] }> {
  const links: PageLink[] = []
  const comments: PageComment[] = []
  const fields: PageField[] = []
  for (const annotation of await annotationsOf(page)) {
    const areas = areasOf(annotation, place)
    if (areas.length === 0) continue
    if (annotation.subtype === 'Link' && typeof annotation.url === 'string')
      links.push({ href: annotation.url, areas })
    const filled = filledIn(annotation)
    if (filled !== '' && areas[0] !== undefined) fields.push({ text: filled, area: areas[0] })
    const text = annotation.contentsObj?.str?.trim() ?? ''
    if (text === '' || annotation.subtype === undefined || !markup.has(annotation.subtype)) continue
    comments.push({
      author: authorOf(annotation),
      text,
      areas: points.has(annotation.subtype) ? areas.map(leftOf) : areas,
    })
  }
  return { links, comments, fields }
}

/** The words in a text field or chosen from a list; passwords stay where they are. */
function filledIn({ subtype, fieldType, fieldValue, password, hidden }: Annotation): string {
  if (
    subtype !== 'Widget' ||
    (fieldType !== 'Tx' && fieldType !== 'Ch') ||
    password === true ||
    hidden === true
  )
    return ''
  const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue]
  return values
    .filter((value) => typeof value === 'string')
    .join('\n')
    .trim()
}

/** LibreOffice writes the day behind the name. */
function authorOf({ titleObj }: Annotation): string | null {
  return titleObj?.str?.replace(/,\s*[\d./-]+,?\s*$/, '').trim() || null
}

async function annotationsOf(page: PDFPageProxy): Promise<Annotation[]> {
  try {
    return (await page.getAnnotations()) as Annotation[]
  } catch {
    return []
  }
}

/** What stands right before a sign: the word it was put behind. */
function leftOf({ x0, y0, y1 }: Rectangle): Rectangle {
  return { x0: x0 - 6, y0, x1: x0, y1 }
}

/** The four-cornered areas of an annotation, or the one around it. */
function areasOf({ quadPoints, rect }: Annotation, place: Place): Rectangle[] {
  const corners = quadPoints === undefined || quadPoints === null ? [] : Array.from(quadPoints)
  const areas: Rectangle[] = []
  for (let at = 0; at + 8 <= corners.length; at += 8) areas.push(around(corners.slice(at, at + 8), place))
  if (areas.length === 0 && rect?.length === 4) areas.push(around(rect, place))
  return areas
}

function around(numbers: readonly number[], place: Place): Rectangle {
  const points = numbers.flatMap((x, index) => (index % 2 === 0 ? [place(x, numbers[index + 1] ?? 0)] : []))
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}
