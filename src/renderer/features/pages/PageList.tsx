import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { useSize } from '#renderer/objects/useSize.ts'
import { usePages } from '#renderer/state/pages.ts'
import type { PaneName } from '#renderer/state/readers.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Annotation } from '#shared/model.ts'
import type { TextRange } from './align/alignPage.ts'
import { type PageSize, zoomOf, zoomStep } from './layout.ts'
import type { Mark } from './Outlines.tsx'
import { PageBar } from './PageBar.tsx'
import styles from './Pages.module.css'
import type { PageTexts } from './PageTexts.ts'
import { PageView } from './PageView.tsx'
import type { Pdf } from './pdf.ts'
import { useFollow } from './useFollow.ts'
import { usePageLayout } from './usePageLayout.ts'
import { usePagePointing } from './usePagePointing.ts'

interface PageListProps {
  pdf: Pdf
  texts: PageTexts
  firstSize: PageSize
  pane: PaneName
  around: RefObject<HTMLElement | null>
}

/** All pages of a PDF below one another, of which those near the view are there. */
export function PageList({ pdf, texts, firstSize, pane, around }: PageListProps) {
  const { t } = useTranslation('pages')
  const scroller = useRef<HTMLDivElement>(null)
  const zoom = usePages((state) => state.zoom)
  const room = useSize(scroller)?.width ?? 0
  const pages = usePageLayout(scroller, pdf.count, firstSize, zoom, room)
  const { layout, sizes, inView } = pages
  const { data: annotations = [] } = useCall('annotations.list', { sourceId: texts.source.id })
  const fromPage = useRef(false)
  const { whereabouts, flash } = useFollow({ texts, pane, annotations, around, fromPage, show: pages.show })
  const [nowhere, setNowhere] = useState(false)
  usePagePointing(scroller, { texts, annotations, fromPage, onNowhere: () => setNowhere(true) })
  const marks = useMarks(annotations, texts.source.id, flash)
  const shownZoom = zoomOf(layout.scales[inView.here] ?? 1)
  useZoomKeys(scroller, shownZoom)

  const note = nowhere
    ? t('notInText')
    : whereabouts === 'partly' || whereabouts === 'nowhere'
      ? t(whereabouts)
      : ''
  return (
    <>
      <PageBar
        page={inView.here + 1}
        count={pdf.count}
        zoom={shownZoom}
        onPage={(page) => pages.show(page)}
      />
      <p className={styles.note} role="status">
        {note}
      </p>
      <section
        ref={scroller}
        className={styles.scroller}
        // What scrolls is a place to stop at with Tab.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        aria-label={t('label')}
        data-pages
        onPointerDown={() => setNowhere(false)}
      >
        <div className={styles.pages} style={{ height: layout.height, minWidth: layout.width }}>
          {room > 0 &&
            sizes.slice(inView.first, inView.last + 1).map((size, index) => {
              const at = inView.first + index
              return (
                <PageView
                  key={at}
                  pdf={pdf}
                  texts={texts}
                  number={at + 1}
                  size={size}
                  scale={layout.scales[at] ?? 1}
                  top={layout.tops[at] ?? 0}
                  marks={marks}
                  onSize={pages.setSize}
                />
              )
            })}
        </div>
      </section>
    </>
  )
}

/** Everything to outline: the annotations, and above them what is jumped to or selected in the text. */
function useMarks(annotations: readonly Annotation[], sourceId: string, flash: TextRange | null): Mark[] {
  const selection = useWindow((state) => state.selection)
  const pointed = usePages((state) => state.pointed)
  const passage = useWindow((state) => (state.passage?.sourceId === sourceId ? state.passage : null))
  return useMemo(() => {
    const standing = annotations.filter(({ state }) => state !== 'lost')
    const marks = standing.map(({ id, start, end, colour }): Mark => {
      const strong = id === pointed || (selection?.kind === 'annotation' && id === selection.id)
      return { id, start, end, colour, strong }
    })
    const looked = passage ?? flash
    if (looked) marks.push({ id: 'passage', ...looked, colour: 'passage', strong: false })
    return marks
  }, [annotations, selection, pointed, passage, flash])
}

/** The keys that make text larger and smaller are about the pages while these have the focus. */
function useZoomKeys(scroller: RefObject<HTMLElement | null>, zoom: number): void {
  const [focused, setFocused] = useState(false)
  const step = (by: 1 | -1): void => {
    usePages.setState({ zoom: zoomStep(zoom, by) })
  }
  useCommand('view.larger', () => step(1), { enabled: focused })
  useCommand('view.smaller', () => step(-1), { enabled: focused })
  useEffect(() => {
    const view = scroller.current
    if (!view) return
    const came = (): void => setFocused(true)
    const went = (): void => setFocused(false)
    view.addEventListener('focusin', came)
    view.addEventListener('focusout', went)
    return () => {
      view.removeEventListener('focusin', came)
      view.removeEventListener('focusout', went)
    }
  }, [scroller])
}
