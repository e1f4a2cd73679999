import { useMemo, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useCall } from '#renderer/engine/queries.ts'
import type { PaneName } from '#renderer/state/readers.ts'
import { type Target, useWindow } from '#renderer/state/window.ts'
import { classes } from '#renderer/ui/index.ts'
import type { Source } from '#shared/model.ts'
import { Handles } from './annotate/Handles.tsx'
import { Overlaps } from './annotate/Overlaps.tsx'
import { SelectionBar } from './annotate/SelectionBar.tsx'
import { useOverlaps } from './annotate/useOverlaps.ts'
import { Caret } from './Caret.tsx'
import { DriftedBar } from './DriftedBar.tsx'
import { FlagBar } from './flags/FlagBar.tsx'
import { useFlagMarks } from './flags/useFlagMarks.ts'
import { NoText } from './NoText.tsx'
import { ProgressLine } from './ProgressLine.tsx'
import styles from './Reader.module.css'
import { ReaderHeader } from './ReaderHeader.tsx'
import { indexIntervals } from './text/intervals.ts'
import type { TextMap } from './text/TextMap.ts'
import text from './text/text.module.css'
import './text/highlights.css'
import { useCaretKeys } from './useCaretKeys.ts'
import { useClaimMarks } from './useClaimMarks.ts'
import { useFoundMarks } from './useFoundMarks.ts'
import { useLinks } from './useLinks.ts'
import { useLongPress } from './useLongPress.ts'
import { useMountedText } from './useMountedText.ts'
import { usePainting } from './usePainting.ts'
import { usePassage } from './usePassage.ts'
import { usePassageDrag } from './usePassageDrag.ts'
import { usePassageDrop } from './usePassageDrop.ts'
import { usePointing } from './usePointing.ts'
import { useReadingPlace } from './useReadingPlace.ts'
import { useScrollPosition } from './useScrollPosition.ts'
import { useSelectRequest } from './useSelectRequest.ts'
import { useTogether } from './useTogether.ts'

interface ReaderProps {
  source: Source
  target: Target | null
  pane: PaneName
  /** Whether keys, finding and flags are about this text. */
  inHand: boolean
}

/** One source: its head and its text, with everything one can do in the text. */
export function Reader({ source, target, pane, inHand }: ReaderProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<TextMap | null>(null)
  const { fontFamily, fontSize, blockNumbers } = useWindow(
    useShallow(({ fontFamily, fontSize, blockNumbers }) => ({ fontFamily, fontSize, blockNumbers })),
  )
  const annotations = useCall('annotations.list', { sourceId: source.id })
  const flags = useCall('flags.list', { sourceId: source.id })
  // A lost annotation has no place in the text: nothing is painted, pointed at or dragged.
  const index = useMemo(
    () => indexIntervals((annotations.data ?? []).filter(({ state }) => state !== 'lost')),
    [annotations.data],
  )

  const latest = useMountedText(root, source, setMap)
  const painting = usePainting(map, scroller, index)
  useFlagMarks(map, painting, flags.data)
  useScrollPosition(map, scroller, painting, target)
  useFoundMarks(map, scroller, painting, inHand)
  const dragging = usePassage(map)
  const { overlap, choose, close } = useOverlaps(map, index, inHand)
  usePointing(map, index, choose)
  useLongPress(map)
  useLinks(map, latest)
  useSelectRequest(map)
  useReadingPlace(map, scroller, pane)
  useTogether(map, scroller, pane)
  useClaimMarks(map)
  usePassageDrag(map)
  usePassageDrop(map, index)
  const caretShown = useCaretKeys(map, scroller)

  const selection = useWindow((state) => state.selection)
  const selected =
    selection?.kind === 'annotation' ? index.all.find(({ id }) => id === selection.id) : undefined

  const first = source.blocks[0]
  const opening = first ? source.text.slice(first.start, first.end) : ''
  return (
    <div className={styles.reader}>
      <FlagBar flags={flags.data ?? []} inHand={inHand} />
      <ProgressLine pane={pane} />
      {inHand && <DriftedBar sourceId={source.id} />}
      <div
        ref={scroller}
        className={classes(styles.scroller, text[fontFamily])}
        style={{ '--reader-size': `${fontSize}px` } as React.CSSProperties}
      >
        <article className={styles.page}>
          <ReaderHeader source={source} opening={opening} />
          {source.blocks.length === 0 && <NoText beside={!inHand} />}
          <div
            ref={root}
            // A text one can move through with the keyboard is a place to stop at with Tab.
            // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
            tabIndex={0}
            role="document"
            aria-label={source.title}
            lang={source.metadata.language}
            className={classes(text.text, blockNumbers && text.numbered)}
          />
        </article>
        {map && <SelectionBar map={map} scroller={scroller} hidden={dragging} />}
        {map && selected && (
          <Handles map={map} scroller={scroller} painting={painting} annotation={selected} />
        )}
        {map && caretShown && <Caret scroller={scroller} />}
      </div>
      <Overlaps overlap={overlap} onClose={close} />
    </div>
  )
}
