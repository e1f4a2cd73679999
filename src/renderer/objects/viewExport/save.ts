import { createElement, type ReactNode } from 'react'
import { download } from '#renderer/ui/download.ts'
import { toast } from '#renderer/ui/index.ts'
import { svgAddress, svgToPng } from '#renderer/ui/picture.ts'
import { printSheet } from '#renderer/ui/print/index.ts'

/** An SVG document of its own, colours and fonts written out, with its width and height in pixels; and what it shows, in words. */
export interface Drawing {
  svg: string
  description: string
}

export function saveCsv(fileName: string, csv: string): void {
  // Excel takes UTF-8 for what it is only behind a byte order mark.
  download(`${fileName}.csv`, 'text/csv', `\uFEFF${csv}`)
}

export function saveSvg(fileName: string, { svg }: Drawing): void {
  download(`${fileName}.svg`, 'image/svg+xml', svg)
}

/** Saves the drawing as pixels; says `failed` where no browser can draw it. */
export async function savePng(fileName: string, { svg }: Drawing, failed: string): Promise<void> {
  try {
    download(`${fileName}.png`, 'image/png', await svgToPng(svg))
  } catch (error) {
    console.error('no picture was made', error)
    toast(failed, { tone: 'danger' })
  }
}

export function printView(title: string, content: ReactNode): void {
  printSheet(title, content)
}

export function printDrawing(title: string, { svg, description }: Drawing): void {
  const address = svgAddress(svg)
  // The printer's dialog stops the page for as long as it is open; an hour is more than anybody looks at it.
  setTimeout(() => URL.revokeObjectURL(address), 3_600_000)
  printSheet(title, createElement('img', { src: address, alt: description }))
}
