import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useColours } from '#renderer/objects/colours.ts'
import { useWindow } from '#renderer/state/window.ts'
import { ColourDot, ListBox, ListBoxItem, Popover } from '#renderer/ui/index.ts'
import type { Annotation } from '#shared/model.ts'
import styles from './Overlaps.module.css'

/** Annotations that lie over one another, and where one asked for them, in px of the viewport. */
export interface Overlap {
  annotations: readonly Annotation[]
  x: number
  y: number
}

/** A short list of annotations on the same words, to choose the one that is meant. */
export function Overlaps({ overlap, onClose }: { overlap: Overlap | null; onClose: () => void }) {
  const { t } = useTranslation('reader')
  const { name } = useColours()
  const selection = useWindow((state) => state.selection)
  const anchor = useRef<HTMLSpanElement>(null)
  const choose = (id: unknown): void => {
    onClose()
    useWindow.getState().select({ kind: 'annotation', id: String(id) })
  }
  return (
    <>
      <span
        ref={anchor}
        className={styles.anchor}
        style={{ left: overlap?.x ?? 0, top: overlap?.y ?? 0 }}
        aria-hidden
      />
      <Popover
        key={overlap ? `${overlap.x},${overlap.y}` : 'closed'}
        label={t('overlaps')}
        className={styles.popover ?? ''}
        triggerRef={anchor}
        isOpen={overlap !== null}
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
      >
        <ListBox
          aria-label={t('overlaps')}
          autoFocus="first"
          className={styles.list ?? ''}
          items={overlap?.annotations ?? []}
          onAction={choose}
        >
          {(annotation: Annotation) => (
            <ListBoxItem
              id={annotation.id}
              textValue={`${name(annotation.colour)}: ${annotation.quote}`}
              className={styles.item ?? ''}
              aria-current={annotation.id === selection?.id}
            >
              <ColourDot colour={annotation.colour} size={12} label={name(annotation.colour)} />
              <span className={styles.words}>
                <span className={styles.quote} dir="auto">
                  {annotation.quote}
                </span>
                {annotation.commentText !== '' && (
                  <span className={styles.comment} dir="auto">
                    {annotation.commentText}
                  </span>
                )}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </>
  )
}
