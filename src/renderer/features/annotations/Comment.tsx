import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RichTextEditor } from '#renderer/editor/RichTextEditor.tsx'
import { RichTextView } from '#renderer/editor/RichTextView.tsx'
import { useWrite } from '#renderer/engine/queries.ts'
import { goBack } from '#renderer/objects/goBack.ts'
import { useAnnotating } from '#renderer/state/annotating.ts'
import { useWindow } from '#renderer/state/window.ts'
import type { Annotation, RichText } from '#shared/model.ts'
import { isEmptyRichText } from '#shared-editor/text.ts'
import styles from './AnnotationCard.module.css'

interface CommentProps {
  annotation: Annotation
  selected: boolean
  editing: boolean
}

/** An annotation's comment: a few plain lines in the list, all of it once selected, an editor once clicked. */
export function Comment({ annotation, selected, editing }: CommentProps) {
  const { t } = useTranslation('annotations')
  const { id, comment, commentText } = annotation
  const edit = (): void => {
    useWindow.getState().select({ kind: 'annotation', id })
    useAnnotating.setState({ editing: { annotationId: id, part: 'comment' } })
  }
  if (editing) return <CommentEditor annotation={annotation} />
  if (selected && comment === null) {
    return (
      <button type="button" className={styles.addComment} onClick={edit}>
        {t('addComment')}
      </button>
    )
  }
  if (comment === null) return null
  return (
    // The keyboard's way to the same editor is the command `annotation.comment`.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div className={styles.comment} dir="auto" onClick={edit}>
      {selected ? <RichTextView value={comment} compact /> : <p>{commentText}</p>}
    </div>
  )
}

function CommentEditor({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation('annotations')
  const write = useWrite()
  const box = useRef<HTMLDivElement>(null)
  // Read while the editor is being made: once it stands, the focus is its own.
  const [before] = useState(() => document.activeElement)
  const save = (comment: RichText): Promise<unknown> =>
    write('annotations.update', {
      id: annotation.id,
      comment: isEmptyRichText(comment) ? null : comment,
    })
  const stop = (): void => {
    useAnnotating.setState({ editing: null })
  }
  const leave = (): void => {
    goBack(before, box.current?.closest('li') ?? null)
    stop()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving is the editor's own, heard on its way up
    <div
      ref={box}
      className={styles.editor}
      onBlur={({ relatedTarget }) => {
        if (document.hasFocus() && !box.current?.contains(relatedTarget)) stop()
      }}
    >
      <RichTextEditor
        value={annotation.comment}
        onChange={save}
        ariaLabel={t('comment')}
        placeholder={t('commentPlaceholder')}
        compact
        autoFocus
        onEscape={leave}
      />
    </div>
  )
}
