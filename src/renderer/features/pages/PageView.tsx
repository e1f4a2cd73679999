import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageSize } from './layout.ts'
import { type Mark, Outlines } from './Outlines.tsx'
import styles from './Pages.module.css'
import type { PageText, PageTexts } from './PageTexts.ts'
import type { Pdf } from './pdf.ts'
import { fillTextLayer } from './textLayer.ts'
import { useDrawing } from './useDrawing.ts'

interface PageViewProps {
  pdf: Pdf
  texts: PageTexts
  /** Counted from 1. */
  number: number
  size: PageSize
  /** Px a point. */
  scale: number
  /** Px from the top of the scrolled area. */
  top: number
  marks: readonly Mark[]
  onSize: (number: number, size: PageSize) => void
}

/** One page: its drawing, what is outlined on it, and its text to point at and select. */
export const PageView = memo(function PageView(props: PageViewProps) {
  const { pdf, texts, number, size, scale, top, marks, onSize } = props
  const { t } = useTranslation('pages')
  const drawing = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const failed = useDrawing(drawing, pdf, number, scale, onSize)
  const text = usePageText(texts, number)
  useEffect(() => {
    if (layer.current) fillTextLayer(layer.current, text?.items ?? [])
  }, [text])
  const label = t('page', { page: number, count: pdf.count })
  return (
    <section
      className={styles.page}
      aria-label={label}
      data-page-number={number}
      style={{ top, width: size.width * scale, height: size.height * scale }}
    >
      <div ref={drawing} className={styles.drawing} role="img" aria-label={label} />
      {failed && <p className={styles.failed}>{t('notDrawn')}</p>}
      {text && <Outlines text={text} size={size} marks={marks} />}
      <div
        ref={layer}
        className={styles.text}
        data-page-text={number}
        aria-hidden
        style={{ width: size.width, height: size.height, transform: `scale(${scale})` }}
      />
    </section>
  )
})

function usePageText(texts: PageTexts, number: number): PageText | null {
  const [text, setText] = useState<PageText | null>(null)
  useEffect(() => {
    let left = false
    texts.of(number).then(
      (found) => {
        if (!left) setText(found)
      },
      () => {
        // A page whose text cannot be read is shown without; the drawing says what is wrong with it.
        if (!left) setText(null)
      },
    )
    return () => {
      left = true
    }
  }, [texts, number])
  return text
}
