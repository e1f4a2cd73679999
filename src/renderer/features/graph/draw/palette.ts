import { type Colour, colours, type GraphKind } from '#shared/model.ts'

/** The theme's colours and letters as plain values, for what is not drawn by CSS. */
export interface Palette {
  ground: string
  ink: string
  muted: string
  line: string
  accent: string
  font: string
  fills: Record<GraphKind, string>
  strokes: Record<GraphKind, string>
  relations: Record<Colour, string>
}

/** What the theme is where `element` stands. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  const source = { fill: token('--bg-raised'), stroke: token('--fg-faint') }
  const ofColours = new Map(colours.map((colour) => [colour, token(`--mark-${colour}`)]))
  const relation = (colour: Colour): string => ofColours.get(colour) ?? source.stroke
  return {
    ground: token('--bg'),
    ink: token('--fg'),
    muted: token('--fg-muted'),
    line: token('--line'),
    accent: token('--accent'),
    font: token('--font-ui').replaceAll('"', "'"),
    fills: {
      claim: token('--accent-bg'),
      source: source.fill,
      origin: source.fill,
      note: token('--bg-sunken'),
    },
    strokes: {
      claim: token('--accent'),
      source: source.stroke,
      origin: source.stroke,
      note: source.stroke,
    },
    relations: {
      yellow: relation('yellow'),
      red: relation('red'),
      green: relation('green'),
      blue: relation('blue'),
      purple: relation('purple'),
      magenta: relation('magenta'),
      orange: relation('orange'),
      grey: relation('grey'),
    },
  }
}

/** The colours of paper, which is light whatever the window is. */
export function paperPalette(): Palette {
  const paper = document.createElement('div')
  paper.dataset.printSheet = ''
  paper.hidden = true
  document.body.append(paper)
  const palette = readPalette(paper)
  paper.remove()
  return palette
}

/** Lengths of dashes and gaps in pixels; none for a solid line. */
export const dashes = { solid: [], dashed: [7, 5], dotted: [2, 4] } as const
