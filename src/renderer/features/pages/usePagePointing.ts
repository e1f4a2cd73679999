import { type RefObject, useEffect, useRef } from 'react'
import { caretAt } from '#renderer/editor/caretAt.ts'
import { useAnnotating } from '#renderer/state/annotating.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Annotation } from '#shared/model.ts'
import type { PagePoint, TextRange } from './align/alignPage.ts'
import type { PageTexts } from './PageTexts.ts'
import { pageOf, pointAt } from './textLayer.ts'

interface Pointing {
  texts: PageTexts
  annotations: readonly Annotation[]
  fromPage: RefObject<boolean>
  /** What was pointed at is not in the text. */
  onNowhere(): void
}

/**
 * Lets one point at the pages: a click goes to the same words in the text and selects what is annotated there; words that are
 * selected become the text's selected passage, for everything one can do with one.
 */
export function usePagePointing(scroller: RefObject<HTMLElement | null>, pointing: Pointing): void {
  const latest = useRef(pointing)
  useEffect(() => {
    latest.current = pointing
  })
  useEffect(() => {
    const view = scroller.current
    if (!view) return
    const released = (event: PointerEvent): void => {
      if (event.button !== 0) return
      const selection = document.getSelection()
      const held =
        selection && !selection.isCollapsed && view.contains(selection.anchorNode) ? selection : null
      if (held) void takeSelection(held, latest.current)
      else void goToText(event.clientX, event.clientY, latest.current)
    }
    view.addEventListener('pointerup', released)
    const stop = letGo(view, latest)
    return () => {
      view.removeEventListener('pointerup', released)
      stop()
    }
  }, [scroller])
}

/** The passage in hand is let go when the selection on the page is. Returns how to stop. */
function letGo(view: HTMLElement, latest: RefObject<Pointing>): () => void {
  const changed = (): void => {
    const { passage } = useAnnotating.getState()
    if (passage === null || passage !== taken.get(view)) return
    const selection = document.getSelection()
    if (selection && !selection.isCollapsed && view.contains(selection.anchorNode)) return
    taken.delete(view)
    useAnnotating.setState({ passage: null })
    if (useWindow.getState().passage?.sourceId === latest.current.texts.source.id)
      useWindow.getState().setPassage(null)
  }
  document.addEventListener('selectionchange', changed)
  return () => document.removeEventListener('selectionchange', changed)
}

/** The passage that was last selected on the pages of a view. */
const taken = new WeakMap<HTMLElement, object>()

async function goToText(
  x: number,
  y: number,
  { texts, annotations, fromPage, onNowhere }: Pointing,
): Promise<void> {
  const caret = caretAt(x, y)
  const point = caret && pointAt(caret.node, caret.offset)
  if (!point) return
  const { alignment } = await texts.of(pageOf(point.layer))
  const around = {
    from: { ...point, offset: Math.max(0, point.offset - 1) },
    to: { ...point, offset: point.offset + 1 },
  }
  const range = alignment.rangeBetween(around.from, around.to)
  if (!range) return onNowhere()
  const { openSource, select } = useWindow.getState()
  const covering = annotations
    .filter(({ start, end, state }) => state !== 'lost' && start <= range.start && end >= range.end)
    .sort((one, other) => one.end - one.start - (other.end - other.start))
  fromPage.current = true
  openSource(texts.source.id, wordAround(texts.source.text, range))
  const [annotation] = covering
  if (annotation) select({ kind: 'annotation', id: annotation.id })
}

const partOfWord = /[\p{L}\p{M}\p{N}'’-]/u

function wordAround(text: string, { start, end }: TextRange): TextRange {
  let [from, to] = [start, end]
  while (from > 0 && partOfWord.test(text.charAt(from - 1))) from--
  while (to < text.length && partOfWord.test(text.charAt(to))) to++
  return { start: from, end: to }
}

async function takeSelection(selection: Selection, { texts, fromPage, onNowhere }: Pointing): Promise<void> {
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const from = pointAt(startContainer, startOffset)
  const to = pointAt(endContainer, endOffset)
  const view = from?.layer.closest<HTMLElement>('[data-pages]')
  if (!from || !to || !view) return
  const range = await rangeOver(texts, from, to)
  if (!range) return onNowhere()
  const { source } = texts
  const passage = { sourceId: source.id, ...range, text: source.text.slice(range.start, range.end) }
  fromPage.current = true
  useWindow.getState().openSource(source.id, range)
  useAnnotating.setState({ passage })
  taken.set(view, passage)
  // The text goes to the passage first, so that the bar above it finds its place.
  requestAnimationFrame(() => requestAnimationFrame(() => useWindow.getState().setPassage(passage)))
}

type Point = PagePoint & { layer: HTMLElement }
const wholePage = { first: { item: 0, offset: 0 }, last: { item: Number.POSITIVE_INFINITY, offset: 0 } }

/** The canonical range of a selection that may run over pages; null where one of them has other words. */
async function rangeOver(texts: PageTexts, from: Point, to: Point): Promise<TextRange | null> {
  let range: TextRange | null = null
  for (let page = pageOf(from.layer); page <= pageOf(to.layer); page++) {
    const { alignment } = await texts.of(page)
    const first = page === pageOf(from.layer) ? from : wholePage.first
    const last = page === pageOf(to.layer) ? to : wholePage.last
    const part = alignment.rangeBetween(first, last)
    if (!part) return null
    range = range ? { start: Math.min(range.start, part.start), end: Math.max(range.end, part.end) } : part
  }
  return range
}
