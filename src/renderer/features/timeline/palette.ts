import { type Colour, colours } from '#shared/model.ts'
import type { Palette } from './drawing.ts'

/** The light theme's colours, whatever the window's theme is: a drawing ends on paper or in a document. */
export function lightPalette(): Palette {
  const paper = document.createElement('div')
  paper.dataset.printSheet = ''
  paper.hidden = true
  document.body.append(paper)
  const style = getComputedStyle(paper)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const mark = Object.fromEntries(colours.map((colour) => [colour, token(`mark-${colour}`)])) as Record<
    Colour,
    string
  >
  const palette = {
    bg: token('bg'),
    fg: token('fg'),
    muted: token('fg-muted'),
    line: token('line'),
    accent: token('accent'),
    accentBg: token('accent-bg'),
    mark,
  }
  paper.remove()
  return palette
}
