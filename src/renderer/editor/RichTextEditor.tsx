import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer'
import { type MouseEvent, useState } from 'react'
import { classes } from '#renderer/ui/index.ts'
import type { RichText } from '#shared/model.ts'
import type { Conflict } from './autosave.ts'
import { ConflictBar } from './ConflictBar.tsx'
import { EditorCommands } from './EditorCommands.tsx'
import { Escaping } from './Escaping.tsx'
import { richTextExtension } from './extension.ts'
import { ImagePaste } from './ImagePaste.tsx'
import { openClicked } from './navigation.ts'
import { ObjectDrop } from './ObjectDrop.tsx'
import { ReferenceTypeahead } from './ReferenceTypeahead.tsx'
import styles from './richText.module.css'
import { Saving, type Versioned } from './Saving.tsx'
import { Toolbar } from './Toolbar.tsx'
import { Undoing } from './Undoing.tsx'

export interface RichTextEditorProps {
  value: RichText | null
  /**
   * Called when typing pauses for about 400 ms, on blur and when the editor goes away. A promise it returns resolves
   * when the engine has the value; of a `versioned` text with the new state's name. `base` is the state it was made on.
   */
  onChange: (value: RichText, base: string | undefined) => unknown
  /** Tells whoever writes when somebody else did so at the same time. */
  versioned?: Versioned
  ariaLabel: string
  placeholder?: string
  /** Without a toolbar, for comments. */
  compact?: boolean
  autoFocus?: boolean
  /** What Escape does. */
  onEscape?: () => void
}

/** Edits rich text. For another object's text give it another `key`. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { value, onChange, ariaLabel, placeholder = '', compact = false, autoFocus = false, onEscape } = props
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [extension] = useState(() => richTextExtension({ content: value, editable: true, autoFocus }))
  return (
    <div className={classes(styles.editor, compact && styles.compact)}>
      <LexicalExtensionComposer extension={extension} contentEditable={null}>
        {!compact && <Toolbar />}
        {conflict && <ConflictBar conflict={conflict} />}
        <div className={styles.surface}>
          <ContentEditable
            className={classes(styles.content, styles.editable)}
            aria-label={ariaLabel}
            aria-placeholder={placeholder}
            placeholder={<div className={styles.placeholder}>{placeholder}</div>}
            onClick={openQuotesAndReferences}
          />
        </div>
        <ReferenceTypeahead />
        <ObjectDrop />
        <ImagePaste />
        <EditorCommands isNote={!compact} />
        <Undoing />
        {onEscape && <Escaping onEscape={onEscape} />}
        <Saving value={value} onChange={onChange} versioned={props.versioned} onConflict={setConflict} />
      </LexicalExtensionComposer>
    </div>
  )
}

/** While one edits, a click on a link only puts the caret there; Ctrl or Cmd opens it as everywhere. */
function openQuotesAndReferences(event: MouseEvent): void {
  const isLink = event.target instanceof Element && event.target.closest('a') !== null
  if (!isLink || event.ctrlKey || event.metaKey) openClicked(event.target)
}
