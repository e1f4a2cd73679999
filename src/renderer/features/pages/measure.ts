import { roughWidth } from './align/geometry.ts'

let context: CanvasRenderingContext2D | null = null
const size = 100

/** How wide a text is in a font of the system, in hundredths of the letters' height. */
export function measure(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return roughWidth(text)
  const wanted = `${size}px ${font}`
  if (context.font !== wanted) context.font = wanted
  return context.measureText(text).width
}
