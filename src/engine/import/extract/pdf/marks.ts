import type { PDFPageProxy } from 'pdfjs-dist'
import type { PageComment, PageLink, Place, Rectangle } from './model.ts'

interface Annotation {
  subtype?: string
  url?: string
  rect?: number[]
  quadPoints?: ArrayLike<number> | null
  contentsObj?: { str?: string }
  titleObj?: { str?: string }
  inReplyTo?: string
}

const markup = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Text', 'Caret', 'FreeText'])

/** The links of a page, and what a reader wrote on it. */
export async function readMarks(
  page: PDFPageProxy,
  place: Place,
): Promise<{ links: PageLink[]; comments: PageComment[] }> {
  const links: PageLink[] = []
  const comments: PageComment[] = []
  for (const annotation of await annotationsOf(page)) {
    const areas = areasOf(annotation, place)
    if (areas.length === 0) continue
    if (annotation.subtype === 'Link' && typeof annotation.url === 'string')
      links.push({ href: annotation.url, areas })
    const text = annotation.contentsObj?.str?.trim() ?? ''
    if (text === '' || annotation.subtype === undefined || !markup.has(annotation.subtype)) continue
    comments.push({ author: annotation.titleObj?.str?.trim() || null, text, areas })
  }
  return { links, comments }
}

async function annotationsOf(page: PDFPageProxy): Promise<Annotation[]> {
  try {
    return (await page.getAnnotations()) as Annotation[]
  } catch {
    return []
  }
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
