import { Ban, Copy, Link2, MessageSquare, MessageSquareQuote, PenLine, Tag } from 'lucide-react'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { keysOf, runCommand } from '#renderer/commands/registry.ts'
import { useColours } from '#renderer/objects/colours.ts'
import { useWindow } from '#renderer/state/window.ts'
import { ColourDot, IconButton, Tooltip } from '#renderer/ui/index.ts'
import { colours } from '#shared/model.ts'
import type { TextMap } from '../text/TextMap.ts'
import { setColour } from './actions.ts'
import styles from './SelectionBar.module.css'

const actions = [
  { id: 'annotation.comment', icon: MessageSquare },
  { id: 'annotation.tag', icon: Tag },
  { id: 'annotation.claim', icon: MessageSquareQuote },
  { id: 'annotation.link', icon: Link2 },
  { id: 'annotation.copy', icon: Copy },
] as const

/** What changes the text itself, or what of it counts. */
const corrections = [
  { id: 'sources.correct', icon: PenLine },
  { id: 'flags.exclude', icon: Ban },
] as const

/** Above the selected words: what one can do with them. The keys do the same. */
export function SelectionBar(props: {
  map: TextMap
  scroller: RefObject<HTMLElement | null>
  hidden: boolean
}) {
  const { map, scroller, hidden } = props
  const { t } = useTranslation('reader')
  const { full, own } = useColours()
  const passage = useWindow((state) => state.passage)
  const bar = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  const shown = passage !== null && passage.sourceId === map.sourceId && !hidden

  useLayoutEffect(() => {
    if (shown && bar.current && scroller.current)
      setPlace(placeFor(map, passage, bar.current, scroller.current))
  }, [map, scroller, shown, passage])

  if (!shown) return null
  return (
    <div
      ref={bar}
      className={styles.bar}
      role="toolbar"
      aria-label={t('bar')}
      style={{ left: place?.left ?? 0, top: place?.top ?? 0 }}
      // Pressing a button must not take the selection away that it is about.
      onMouseDown={(event) => event.preventDefault()}
    >
      {colours.map((colour, index) => (
        <Tooltip key={colour} text={full(colour)} keys={String(index + 1)}>
          <AriaButton
            className={styles.colour ?? ''}
            aria-label={t('highlightIn', {
              colour: own[colour] ? full(colour) : full(colour).toLocaleLowerCase(),
            })}
            preventFocusOnPress
            onPress={() => void setColour(colour)}
          >
            <ColourDot colour={colour} size={14} />
          </AriaButton>
        </Tooltip>
      ))}
      <span className={styles.gap} />
      {actions.map((action) => (
        <Action key={action.id} {...action} />
      ))}
      <span className={styles.gap} />
      {corrections.map((action) => (
        <Action key={action.id} {...action} />
      ))}
    </div>
  )
}

type ActionProps = (typeof actions)[number] | (typeof corrections)[number]

function Action({ id, icon }: ActionProps) {
  const { t } = useTranslation('reader')
  return (
    <IconButton
      icon={icon}
      label={t(`action.${id}`)}
      keys={keysOf(id)[0]}
      preventFocusOnPress
      onPress={() => runCommand(id)}
    />
  )
}

const distance = 8

/** Above the first selected line, or below the last where there is no room; always inside the view. In scroller px. */
function placeFor(
  map: TextMap,
  passage: { start: number; end: number },
  bar: HTMLElement,
  scroller: HTMLElement,
): { left: number; top: number } | null {
  const rects = [...(map.liveRange(passage)?.getClientRects() ?? [])].filter(({ width }) => width > 0)
  const first = rects[0]
  const last = rects.at(-1)
  if (!first || !last) return null
  const view = scroller.getBoundingClientRect()
  const above = first.top - distance - bar.offsetHeight
  const below = Math.min(last.bottom + distance, view.bottom - bar.offsetHeight - distance)
  const top = above > view.top + distance ? above : below
  const middle = first.left + first.width / 2 - bar.offsetWidth / 2
  const left = Math.max(view.left + distance, Math.min(middle, view.right - bar.offsetWidth - 2 * distance))
  return { left: left - view.left + scroller.scrollLeft, top: top - view.top + scroller.scrollTop }
}
