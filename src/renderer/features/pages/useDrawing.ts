import type { PDFPageProxy, RenderTask } from 'pdfjs-dist'
import { type RefObject, useEffect, useState } from 'react'
import type { PageSize } from './layout.ts'
import type { Pdf } from './pdf.ts'

/** While a pane is drawn wider, the last drawing is stretched; the next one waits for this long, in ms. */
const settleMs = 120
/** No drawing is larger, in pixels: four bytes each. */
const mostPixels = 4096 * 4096

/**
 * Draws a page into `holder` while the component is mounted, anew at another scale (px a point); the last drawing stays until
 * the next one is whole. Says when it cannot be drawn. What pdf.js and the canvas hold is freed with the component.
 */
export function useDrawing(
  holder: RefObject<HTMLElement | null>,
  pdf: Pdf,
  number: number,
  scale: number,
  onSize: (number: number, size: PageSize) => void,
): boolean {
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let task: RenderTask | null = null
    let left = false
    const draw = async (): Promise<void> => {
      const page = await pdf.page(number)
      if (left) return
      const { width, height } = page.getViewport({ scale: 1 })
      onSize(number, { width, height })
      const canvas = document.createElement('canvas')
      task = startDrawing(page, canvas, scale)
      await task.promise
      if (left) return
      free(holder.current)
      holder.current?.replaceChildren(canvas)
      setFailed(false)
    }
    const start = (): void => {
      draw().catch(() => {
        if (!left) setFailed(true)
      })
    }
    const isDrawn = holder.current?.firstChild != null
    const timer = setTimeout(start, isDrawn ? settleMs : 0)
    return () => {
      left = true
      clearTimeout(timer)
      task?.cancel()
    }
  }, [holder, pdf, number, scale, onSize])

  useEffect(() => {
    const element = holder.current
    return () => {
      free(element)
      void pdf.page(number).then((page) => page.cleanup(), ignore)
    }
  }, [holder, pdf, number])
  return failed
}

function startDrawing(page: PDFPageProxy, canvas: HTMLCanvasElement, scale: number): RenderTask {
  const wanted = page.getViewport({ scale: scale * devicePixelRatio })
  const tooLarge = (wanted.width * wanted.height) / mostPixels
  const viewport = tooLarge > 1 ? wanted.clone({ scale: wanted.scale / Math.sqrt(tooLarge) }) : wanted
  canvas.width = Math.max(1, Math.floor(viewport.width))
  canvas.height = Math.max(1, Math.floor(viewport.height))
  return page.render({ canvas, viewport })
}

/** A canvas keeps its pixels until it is collected, unless it is told to have none. */
function free(holder: HTMLElement | null): void {
  for (const canvas of holder?.querySelectorAll('canvas') ?? []) canvas.width = canvas.height = 0
  holder?.replaceChildren()
}

/** A document that was closed has nothing left to free. */
function ignore(): void {}
