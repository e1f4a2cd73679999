import { Pencil } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RichTextEditor } from '#renderer/editor/RichTextEditor.tsx'
import { RichTextView } from '#renderer/editor/RichTextView.tsx'
import { useWrite } from '#renderer/engine/queries.ts'
import { IconButton } from '#renderer/ui/index.ts'
import type { Link, RichText } from '#shared/model.ts'
import { isEmptyRichText, plainToRichText } from '#shared-editor/text.ts'
import { ConfidenceSelect } from './ConfidenceSelect.tsx'
import styles from './LinkRationale.module.css'

interface RationaleProps {
  link: Link
  /** What is asked where there is none yet. */
  hint: string
  /** What the editor is called. */
  label: string
}

/** Why a link holds, how sure somebody is of it, and who made it. */
export function LinkRationale(props: RationaleProps) {
  const { t } = useTranslation('objects')
  const { link } = props
  return (
    <div className={styles.reason}>
      <Words {...props} />
      <div className={styles.facts}>
        <ConfidenceSelect linkId={link.id} confidence={link.confidence} />
        {link.author !== null && link.author !== '' && (
          <span className={styles.author}>{t('madeBy', { author: link.author })}</span>
        )}
      </div>
    </div>
  )
}

/** The reason as it reads; a click or its button makes an editor of it, since a list of editors would be slow. */
function Words({ link, hint, label }: RationaleProps) {
  const { t } = useTranslation('objects')
  const [editing, setEditing] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const edit = (): void => setEditing(true)
  const leave = (): void => {
    setEditing(false)
    requestAnimationFrame(() => box.current?.querySelector('button')?.focus())
  }
  return (
    <div ref={box} className={styles.words}>
      {editing && (
        <Editor link={link} hint={hint} label={label} onEscape={leave} onLeave={() => setEditing(false)} />
      )}
      {!editing && link.rationale === '' && (
        <button type="button" className={styles.hint} aria-label={label} onClick={edit}>
          {hint}
        </button>
      )}
      {!editing && link.rationale !== '' && (
        <>
          {/* The button beside it does the same for the keyboard. */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
          <div className={styles.text} dir="auto" onClick={edit}>
            {link.rationaleContent ? (
              <RichTextView value={link.rationaleContent} compact />
            ) : (
              <p>{link.rationale}</p>
            )}
          </div>
          <IconButton
            icon={Pencil}
            size="small"
            label={t('editRationale', { label })}
            className={styles.edit ?? ''}
            onPress={edit}
          />
        </>
      )}
    </div>
  )
}

function Editor(props: RationaleProps & { onEscape: () => void; onLeave: () => void }) {
  const { link, hint, label, onEscape, onLeave } = props
  const write = useWrite()
  const box = useRef<HTMLDivElement>(null)
  const save = (content: RichText): Promise<unknown> =>
    write('links.update', { id: link.id, rationale: isEmptyRichText(content) ? '' : content })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving is the editor's own, heard on its way up
    <div
      ref={box}
      className={styles.editor}
      onBlur={({ relatedTarget }) => {
        if (document.hasFocus() && !box.current?.contains(relatedTarget)) onLeave()
      }}
    >
      <RichTextEditor
        value={link.rationaleContent ?? (link.rationale === '' ? null : plainToRichText(link.rationale))}
        onChange={save}
        ariaLabel={label}
        placeholder={hint}
        compact
        autoFocus
        onEscape={onEscape}
      />
    </div>
  )
}
