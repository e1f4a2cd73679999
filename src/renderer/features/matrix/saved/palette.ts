import { colours } from '#shared/model.ts'
import type { Palette } from './drawing.ts'

/** The colours of what goes on paper or into a document: those of the light theme, whatever the window's is. */
export function paletteOfPaper(): Palette {
  const paper = document.createElement('div')
  paper.hidden = true
  paper.dataset.printSheet = ''
  document.body.append(paper)
  const style = getComputedStyle(paper)
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const palette = {
    bg: read('bg'),
    fg: read('fg'),
    muted: read('fg-muted'),
    line: read('line'),
    strong: read('line-strong'),
    accent: read('accent'),
    marks: Object.fromEntries(colours.map((colour) => [colour, read(`mark-${colour}`)])),
  }
  paper.remove()
  return palette as Palette
}
