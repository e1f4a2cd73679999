import type { PDFPageProxy } from 'pdfjs-dist'
import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.d.ts'
import { type FontBook, factsOf, plainFont } from './fonts.ts'
import { readMarks } from './marks.ts'
import type { PageField, PageText, Place, Run } from './model.ts'
import { readTags } from './tags.ts'

/** Where a text stands: turned by `angle` degrees against the page, or written from top to bottom. */
interface Placed {
  item: TextItem
  mark: string | null
  x: number
  y: number
  width: number
  size: number
  angle: number | 'vertical'
  spaceBefore: boolean
  spaceAfter: boolean
}

/** Reads the text of one page, its links and comments, and frees what pdf.js holds of it. */
export async function readPage(page: PDFPageProxy, fonts: FontBook): Promise<PageText> {
  try {
    const viewport = page.getViewport({ scale: 1 })
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    const placed = placeItems(content.items, viewport.transform, content.styles)
    await fonts.learn(
      page,
      placed.map(({ item }) => item.fontName),
    )
    const upright = mainAngle(placed)
    const place = turn(upright, viewport.width, viewport.height)
    const sideways = upright === 90 || upright === -90 || upright === 'vertical'
    const { links, comments, fields } = await readMarks(page, (x, y) => {
      const [vx, vy] = viewport.convertToViewportPoint(x, y)
      return place(Number(vx), Number(vy))
    })
    return {
      number: page.pageNumber,
      width: sideways ? viewport.height : viewport.width,
      height: sideways ? viewport.width : viewport.height,
      runs: [
        ...fieldRuns(fields),
        ...placed.filter(({ angle }) => angle === upright).map((found) => toRun(found, place, fonts)),
      ],
      tilted: tiltedTexts(placed.filter(({ angle }) => angle !== upright)),
      links,
      comments,
      tags: await readTags(page),
    }
  } finally {
    page.cleanup()
  }
}

function placeItems(
  items: readonly (TextItem | TextMarkedContent)[],
  view: number[],
  styles: Record<string, { vertical?: boolean }>,
): Placed[] {
  const placed: Placed[] = []
  const marks: (string | null)[] = []
  let space = false
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop()
      else marks.push(item.type === 'beginMarkedContentProps' ? (item.id ?? null) : null)
      continue
    }
    if (item.str.trim() === '') {
      const last = placed.at(-1)
      if (item.str !== '' && last !== undefined) last.spaceAfter = true
      space ||= item.str !== ''
      if (item.hasEOL) space = false
      continue
    }
    const vertical = styles[item.fontName]?.vertical === true
    placed.push({
      ...placeItem(item, view, vertical),
      mark: marks.findLast((mark) => mark !== null) ?? null,
      spaceBefore: space || /^\s/u.test(item.str),
    })
    space = false
  }
  return placed
}

function placeItem(item: TextItem, view: number[], vertical: boolean): Omit<Placed, 'mark' | 'spaceBefore'> {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view
  const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = item.transform as number[]
  const scale = Math.hypot(a, b)
  const size = Math.hypot(tc, td) * scale || Math.hypot(ta, tb) * scale
  const along = [a * ta + c * tb, b * ta + d * tb] as const
  const angle = (Math.atan2(along[1], along[0]) * 180) / Math.PI
  return {
    item,
    x: a * te + c * tf + e,
    y: b * te + d * tf + f,
    width: (vertical ? item.height : item.width) * scale,
    size,
    angle: vertical ? 'vertical' : Math.abs(Math.round(angle)) === 180 ? 180 : Math.round(angle),
    spaceAfter: /\s$/u.test(item.str),
  }
}

/** The angle that most of the page's letters stand at. */
function mainAngle(placed: readonly Placed[]): Placed['angle'] {
  const letters = new Map<Placed['angle'], number>()
  for (const { angle, item } of placed) letters.set(angle, (letters.get(angle) ?? 0) + item.str.length)
  let best: Placed['angle'] = 0
  for (const [angle, count] of letters) if (count > (letters.get(best) ?? 0)) best = angle
  return best
}

/** Turns the page so that texts at this angle read from left to right, and downwards line by line. */
function turn(angle: Placed['angle'], width: number, height: number): Place {
  if (angle === 0) return (x, y) => ({ x, y })
  if (angle === 'vertical') return (x, y) => ({ x: y, y: width - x })
  if (angle === 90) return (x, y) => ({ x: y, y: width - x })
  if (angle === -90) return (x, y) => ({ x: height - y, y: x })
  if (angle === 180) return (x, y) => ({ x: width - x, y: height - y })
  const radians = (-angle * Math.PI) / 180
  const cos = Math.cos(radians)
  const sin = Math.sin(radians)
  return (x, y) => ({ x: x * cos - y * sin, y: x * sin + y * cos })
}

function toRun(
  { item, mark, x, y, width, size, spaceBefore, spaceAfter }: Placed,
  place: Place,
  fonts: FontBook,
): Run {
  const at = place(x, y)
  return {
    text: withoutForms(item.str).trim(),
    x0: at.x,
    x1: at.x + width,
    y: at.y,
    size,
    font: factsOf(fonts, item.fontName),
    rightToLeft: item.dir === 'rtl',
    spaceBefore,
    spaceAfter,
    mark,
    shift: 'none',
  }
}

/** What was filled into the fields of a form, line by line from the top of its area. */
function fieldRuns(fields: readonly PageField[]): Run[] {
  return fields.flatMap(({ text, area }) => {
    const lines = text.split(/\r\n?|\n/)
    const size = Math.min(10, ((area.y1 - area.y0) / lines.length) * 0.75)
    return lines.flatMap((line, index): Run[] => {
      const y = area.y0 + ((area.y1 - area.y0) * (index + 0.8)) / lines.length
      const x1 = Math.min(area.x1, area.x0 + line.length * size * 0.5)
      const place = { x0: area.x0, x1, y, size }
      return line.trim() === ''
        ? []
        : [
            {
              ...place,
              text: line.trim(),
              font: plainFont,
              rightToLeft: false,
              spaceBefore: true,
              spaceAfter: true,
              mark: null,
              shift: 'none',
            },
          ]
    })
  })
}

/** Ligatures, Arabic letters in their printed forms and radicals of CJK tables as the letters they stand for. */
function withoutForms(text: string): string {
  return text.replace(/[\ufb00-\ufdff\ufe70-\ufefc\u2e80-\u2fdf]+/g, (forms) => forms.normalize('NFKC'))
}

function tiltedTexts(placed: readonly Placed[]): string[] {
  const texts: string[] = []
  let last: Placed | undefined
  for (const found of placed) {
    const goesOn = last !== undefined && last.angle === found.angle && !last.item.hasEOL
    if (goesOn) texts.push(`${texts.pop() ?? ''}${found.spaceBefore ? ' ' : ''}${found.item.str}`)
    else texts.push(found.item.str)
    last = found
  }
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}
