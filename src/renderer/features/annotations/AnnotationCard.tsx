import { Link2, User } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, type MouseEvent, memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AnchorBadge } from '#renderer/objects/AnchorBadge.tsx'
import { useColours } from '#renderer/objects/colours.ts'
import { carry } from '#renderer/objects/drag.ts'
import { goBack } from '#renderer/objects/goBack.ts'
import { linkable, offerLink } from '#renderer/objects/linkDrop.ts'
import { useDropTarget } from '#renderer/objects/useDropTarget.ts'
import { type Editing, useAnnotating } from '#renderer/state/annotating.ts'
import { usePages } from '#renderer/state/pages.ts'
import { Chip, classes } from '#renderer/ui/index.ts'
import type { Annotation } from '#shared/model.ts'
import styles from './AnnotationCard.module.css'
import { CardTools } from './CardTools.tsx'
import { Comment } from './Comment.tsx'

/** What a click on a card, or the key that does the same, means. */
export type Picking = 'open' | 'toggle' | 'extend'

interface CardProps {
  annotation: Annotation
  /** Its place among so many, from 1: not all of them are there. */
  place: number
  of: number
  sourceTitle: string
  selected: boolean
  editing: Editing['part'] | null
  /** Whether it is one of those chosen; null where none is. */
  chosen: boolean | null
  /** Whether Tab stops here. */
  stop: boolean
  /** Takes the focus whenever this becomes another number above 0. */
  take: number
  onPick(annotation: Annotation, how: Picking): void
}

/** One annotation in the list beside the text. The selected one can be changed in place. */
export const AnnotationCard = memo(function AnnotationCard(props: CardProps) {
  const { annotation, sourceTitle, selected, editing, chosen, take } = props
  const card = useRef<HTMLLIElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const object = { kind: 'annotation', id: annotation.id } as const
  const { drop, handlers } = useDropTarget(linkable, (dragged, at) => offerLink(dragged, object, at))
  useEffect(() => {
    if (selected) card.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  useEffect(() => {
    if (editing !== 'tags') return
    cameFrom.current = document.activeElement
    card.current?.querySelector<HTMLInputElement>('input:not([type="checkbox"])')?.focus()
    useAnnotating.setState({ editing: null })
  }, [editing])
  useEffect(() => {
    if (take > 0) card.current?.querySelector<HTMLElement>('[data-card]')?.focus()
  }, [take])
  return (
    <li
      ref={card}
      className={classes(
        styles.card,
        selected && styles.selected,
        chosen && styles.chosen,
        chosen !== null && styles.choosing,
      )}
      style={{ '--colour': `var(--colour-${annotation.colour})` } as React.CSSProperties}
      aria-current={selected}
      aria-posinset={props.place}
      aria-setsize={props.of}
      data-drop={drop}
      draggable={editing === null}
      {...handlers}
      // A page beside the text outlines it while the pointer is here.
      onPointerEnter={() => usePages.setState({ pointed: annotation.id })}
      onPointerLeave={() => usePages.setState({ pointed: null })}
      onKeyDown={(event) => leaveField(event, cameFrom.current)}
      onDragStart={(event) => pickUp(event, annotation, sourceTitle)}
    >
      <Contents {...props} />
    </li>
  )
})

function Contents({ annotation, selected, editing, chosen, stop, onPick }: CardProps) {
  const { t } = useTranslation('annotations')
  const { full } = useColours()
  return (
    <>
      <input
        type="checkbox"
        className={styles.check}
        aria-label={t('chooseThis', { quote: annotation.quote.slice(0, 80) })}
        tabIndex={chosen === null ? -1 : 0}
        checked={chosen === true}
        onChange={(event) => onPick(annotation, reaches(event.nativeEvent) ? 'extend' : 'toggle')}
      />
      <button
        type="button"
        className={styles.quote}
        dir="auto"
        title={full(annotation.colour)}
        data-card={annotation.id}
        tabIndex={stop ? 0 : -1}
        // Shift would select the words between the two clicks.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        onClick={(event) => onPick(annotation, pickingOf(event))}
      >
        {annotation.quote}
      </button>
      {annotation.author !== null && (
        <span className={styles.author}>
          <User size={12} aria-hidden />
          {annotation.author === '' ? t('byUnknown') : t('by', { author: annotation.author })}
        </span>
      )}
      <Comment annotation={annotation} selected={selected} editing={editing === 'comment'} />
      <Marks annotation={annotation} selected={selected} />
      {selected && annotation.state !== 'exact' && (
        <p className={styles.means}>{t(`stateMeans.${annotation.state}`)}</p>
      )}
      {selected && <CardTools annotation={annotation} />}
    </>
  )
}

/** What can be seen of it at a glance: whether its place still holds, its links, its tags. */
function Marks({ annotation, selected }: { annotation: Annotation; selected: boolean }) {
  const { t } = useTranslation('annotations')
  const { state, links, tags } = annotation
  const shownTags = selected ? [] : tags
  if (state === 'exact' && links === 0 && shownTags.length === 0) return null
  return (
    <div className={styles.marks}>
      <AnchorBadge annotation={annotation} />
      {links > 0 && (
        <span className={styles.links} title={t('links', { count: links })}>
          <Link2 size={12} aria-hidden />
          {links}
        </span>
      )}
      {shownTags.map((tag) => (
        <Chip key={tag}>{tag}</Chip>
      ))}
    </div>
  )
}

function pickingOf({ shiftKey, ctrlKey, metaKey }: MouseEvent): Picking {
  if (shiftKey) return 'extend'
  return ctrlKey || metaKey ? 'toggle' : 'open'
}

/** The click behind a change of the box. */
function reaches(event: Event): boolean {
  return 'shiftKey' in event && event.shiftKey === true
}

/** Escape in a field of the card goes back to where one came from, or to the card. */
function leaveField(event: KeyboardEvent<HTMLLIElement>, cameFrom: Element | null): void {
  const inField = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
  if (event.key !== 'Escape' || !inField) return
  event.stopPropagation()
  goBack(cameFrom, event.currentTarget)
}

/** Lets the annotation be dropped where it can be linked or quoted, and elsewhere as its words. */
function pickUp({ dataTransfer }: DragEvent, { id, quote }: Annotation, title: string): void {
  carry(dataTransfer, { kind: 'annotation', id }, `“${quote}” — ${title}`)
}
