import type { TextItem, TextMarkedContent, TextStyle } from 'pdfjs-dist/types/src/display/api.d.ts'

/** A text that pdf.js found on a page in one go. Lengths are in points at scale 1, y grows downwards. */
export interface PageItem {
  text: string
  /** Where its baseline begins. */
  x: number
  y: number
  /** How far it goes along its baseline. */
  length: number
  /** The height of its letters. */
  size: number
  /** The direction of its baseline, in radians clockwise. */
  angle: number
  /** How far its letters reach above and below the baseline, as parts of `size`. */
  ascent: number
  descent: number
  rightToLeft: boolean
  /** A font of the system that is about as wide, to measure with. */
  font: string
}

/** What a page's text content is made of, as pdf.js gives it. */
export interface PageContent {
  items: readonly (TextItem | TextMarkedContent)[]
  styles: Record<string, TextStyle>
}

/**
 * The texts of a page in the order of the file, those of a line from right to left where they are read so; `view` is the
 * transform of the page's viewport at scale 1.
 */
export function itemsOf({ items, styles }: PageContent, view: readonly number[]): PageItem[] {
  const found = items.flatMap((item) =>
    'str' in item && item.str.trim() !== '' ? [placed(item, styles, view)] : [],
  )
  return linesOf(found).flatMap(asRead)
}

/** Items that follow one another on one baseline. */
function linesOf(items: readonly PageItem[]): PageItem[][] {
  const lines: PageItem[][] = []
  for (const item of items) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line && last && last.angle === item.angle && Math.abs(last.y - item.y) < item.size * 0.3)
      line.push(item)
    else lines.push([item])
  }
  return lines
}

/** A line that was written from left to right, as it looks, although most of it is read from right to left. */
function asRead(line: PageItem[]): PageItem[] {
  const letters = line.reduce((sum, { text, rightToLeft }) => sum + (rightToLeft ? 1 : -1) * text.length, 0)
  return letters > 0 ? [...line].sort((one, other) => other.x - one.x) : line
}

function placed(item: TextItem, styles: Record<string, TextStyle>, view: readonly number[]): PageItem {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view
  const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = item.transform as number[]
  const scale = Math.hypot(a, b)
  const style = styles[item.fontName]
  const turned = style?.vertical ? Math.PI / 2 : 0
  return {
    text: item.str,
    x: a * te + c * tf + e,
    y: b * te + d * tf + f,
    length: (style?.vertical ? item.height : item.width) * scale,
    size: (Math.hypot(tc, td) || Math.hypot(ta, tb)) * scale,
    angle: Math.atan2(b * ta + d * tb, a * ta + c * tb) + turned,
    // A column of letters has its line in their middle.
    ...(turned ? { ascent: 0.5, descent: 0.5 } : reachOf(style)),
    rightToLeft: item.dir === 'rtl',
    font: style?.fontFamily ?? 'sans-serif',
  }
}

/** Fonts often say nothing of how far they reach, or nonsense. */
function reachOf(style: TextStyle | undefined): Pick<PageItem, 'ascent' | 'descent'> {
  const ascent = style?.ascent ?? 0
  const descent = -(style?.descent ?? 0)
  return {
    ascent: ascent > 0.4 && ascent < 1.2 ? ascent : 0.8,
    descent: descent > 0 && descent < 0.6 ? descent : 0.22,
  }
}
