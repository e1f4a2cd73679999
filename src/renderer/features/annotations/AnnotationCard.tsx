import { Link2, User } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { Focusable } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { annotationDragType } from '#renderer/objects/drag.ts'
import { goBack } from '#renderer/objects/goBack.ts'
import { openAnnotation } from '#renderer/objects/openObject.ts'
import { type Editing, useAnnotating } from '#renderer/state/annotating.ts'
import { Chip, classes, Tooltip } from '#renderer/ui/index.ts'
import type { Annotation } from '#shared/model.ts'
import styles from './AnnotationCard.module.css'
import { CardTools } from './CardTools.tsx'
import { Comment } from './Comment.tsx'
import { useNear } from './useNear.ts'

interface CardProps {
  annotation: Annotation
  sourceTitle: string
  selected: boolean
  editing: Editing['part'] | null
}

/** One annotation in the list beside the text. The selected one can be changed in place. */
export const AnnotationCard = memo(function AnnotationCard(props: CardProps) {
  const { annotation, sourceTitle, selected, editing } = props
  const card = useRef<HTMLLIElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const near = useNear(card)
  const made = near || selected
  useEffect(() => {
    if (selected) card.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  useEffect(() => {
    if (editing !== 'tags') return
    cameFrom.current = document.activeElement
    card.current?.querySelector<HTMLInputElement>('input')?.focus()
    useAnnotating.setState({ editing: null })
  }, [editing])
  return (
    <li
      ref={card}
      className={classes(styles.card, selected && styles.selected, !made && styles.waiting)}
      style={{ '--colour': `var(--mark-${annotation.colour})` } as React.CSSProperties}
      aria-current={selected}
      draggable={editing === null}
      onKeyDown={(event) => leaveField(event, cameFrom.current)}
      onDragStart={(event) => carry(event, annotation, sourceTitle)}
    >
      {made && <Contents annotation={annotation} selected={selected} editing={editing} />}
    </li>
  )
})

function Contents({ annotation, selected, editing }: Omit<CardProps, 'sourceTitle'>) {
  const { t } = useTranslation('annotations')
  return (
    <>
      <button
        type="button"
        className={styles.quote}
        dir="auto"
        title={t(`colour.${annotation.colour}`)}
        onClick={() => openAnnotation(annotation)}
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
      {state !== 'exact' && (
        <Tooltip text={t(`stateMeans.${state}`)}>
          <Focusable>
            <span role="note">
              <Chip tone={state === 'lost' ? 'danger' : 'warn'}>{t(`state.${state}`)}</Chip>
            </span>
          </Focusable>
        </Tooltip>
      )}
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

/** Escape in a field of the card goes back to where one came from, or to the card. */
function leaveField(event: KeyboardEvent<HTMLLIElement>, cameFrom: Element | null): void {
  if (event.key !== 'Escape' || !(event.target instanceof HTMLInputElement)) return
  event.stopPropagation()
  goBack(cameFrom, event.currentTarget)
}

/** Lets the annotation be dropped into a note as a linked quote, and elsewhere as its words. */
function carry({ dataTransfer }: DragEvent, { id, sourceId, quote }: Annotation, title: string): void {
  dataTransfer.setData(annotationDragType, JSON.stringify({ annotationId: id, sourceId, quote, title }))
  dataTransfer.setData('text/plain', `“${quote}” — ${title}`)
  dataTransfer.effectAllowed = 'copyLink'
}
