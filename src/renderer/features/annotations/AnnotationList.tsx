import { type KeyboardEvent, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Many } from '#renderer/objects/annotations/useMany.ts'
import { openAnnotation } from '#renderer/objects/openObject.ts'
import { chooseNone, useAnnotating } from '#renderer/state/annotating.ts'
import type { Annotation } from '#shared/model.ts'
import { AnnotationCard, type Picking } from './AnnotationCard.tsx'
import styles from './AnnotationsPanel.module.css'
import { CardsToCome } from './CardsToCome.tsx'
import { type Room, roomsOf } from './chunks.ts'

const none: readonly Annotation[] = []

interface ListProps {
  annotations: readonly Annotation[]
  sourceTitle: string
  selectedId: string | null
  many: Many
}

/**
 * The cards. Tab stops at one of them, the arrows go from card to card and choose several with Shift, Ctrl or Cmd with A
 * chooses all, Escape lets go of them.
 */
export function AnnotationList({ annotations: wanted, sourceTitle, selectedId, many }: ListProps) {
  // The text and what is marked in it are shown first: thousands of cards would hold them up.
  const annotations = useDeferredValue(wanted, none)
  const { t } = useTranslation('annotations')
  const editing = useAnnotating((state) => state.editing)
  const chosen = useAnnotating((state) => state.chosen)
  const [at, setAt] = useState<{ id: string | null; take: number }>({ id: null, take: 0 })
  const latest = useRef(many)
  latest.current = many
  const pick = useCallback((annotation: Annotation, how: Picking): void => {
    setAt({ id: annotation.id, take: 0 })
    if (how === 'toggle') latest.current.toggle(annotation.id)
    else if (how === 'extend') latest.current.extendTo(annotation.id)
    else {
      chooseNone()
      openAnnotation(annotation)
    }
  }, [])
  const found = annotations.findIndex(({ id }) => id === (at.id ?? selectedId))
  const stop = Math.max(0, found)
  const selectedAt = annotations.findIndex(({ id }) => id === selectedId)
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([0]))
  const [parted, setParted] = useState<ReadonlySet<number>>(new Set([0]))
  const come = useCallback(({ kind, index }: Pick<Room, 'kind' | 'index'>) => {
    const add = (before: ReadonlySet<number>) => new Set(before).add(index)
    if (kind === 'group') setParted(add)
    else setNear(add)
  }, [])
  const rooms = useMemo(
    () => roomsOf(annotations.length, near, parted, [stop, selectedAt]),
    [annotations, near, parted, stop, selectedAt],
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.card === undefined) return
    const now = annotations.findIndex(({ id }) => id === (event.target as HTMLElement).dataset.card)
    const next = annotations[now + (event.key === 'ArrowDown' ? 1 : -1)]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!next || event.altKey || event.ctrlKey || event.metaKey) return
      setAt(({ take }) => ({ id: next.id, take: take + 1 }))
      if (event.shiftKey) many.extendTo(next.id)
    } else if (event.key === 'Escape' && chosen.size > 0) chooseNone()
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) many.all()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <ul className={styles.list} aria-label={t('list')} onKeyDown={onKeyDown}>
      {rooms.map(({ kind, index, first, count }) => {
        if (kind !== 'cards') {
          const key = `${kind}-${index}`
          return <CardsToCome key={key} kind={kind} index={index} count={count} onNear={come} />
        }
        return annotations
          .slice(first, first + count)
          .map((annotation, offset) => (
            <AnnotationCard
              key={annotation.id}
              annotation={annotation}
              place={first + offset + 1}
              of={annotations.length}
              sourceTitle={sourceTitle}
              selected={selectedId === annotation.id}
              editing={editing?.annotationId === annotation.id ? editing.part : null}
              chosen={chosen.size === 0 ? null : chosen.has(annotation.id)}
              stop={first + offset === stop}
              take={first + offset === stop ? at.take : 0}
              onPick={pick}
            />
          ))
      })}
    </ul>
  )
}
