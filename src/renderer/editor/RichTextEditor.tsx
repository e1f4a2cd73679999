import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { classes } from '#renderer/ui/index.ts'
import type { RichText } from '#shared/model.ts'
import { type Autosave, startAutosave } from './autosave.ts'
import { richTextExtension } from './extension.ts'
import { openClicked } from './navigation.ts'
import { QuoteDrop } from './QuoteDrop.tsx'
import { ReferenceTypeahead } from './ReferenceTypeahead.tsx'
import styles from './richText.module.css'
import { Toolbar } from './Toolbar.tsx'

export interface RichTextEditorProps {
  value: RichText | null
  /** Called when typing pauses for about 400 ms, on blur and when the editor goes away. */
  onChange: (value: RichText) => void
  ariaLabel: string
  placeholder?: string
  /** Without a toolbar, for comments. */
  compact?: boolean
  autoFocus?: boolean
}

/** Edits rich text. For another object's text give it another `key`. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { value, onChange, ariaLabel, placeholder = '', compact = false, autoFocus = false } = props
  const [extension] = useState(() => richTextExtension({ content: value, editable: true, autoFocus }))
  return (
    <div className={classes(styles.editor, compact && styles.compact)}>
      <LexicalExtensionComposer extension={extension} contentEditable={null}>
        {!compact && <Toolbar />}
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
        <QuoteDrop />
        <Saving value={value} onChange={onChange} />
      </LexicalExtensionComposer>
    </div>
  )
}

/** While one edits, a click on a link only puts the caret there; Ctrl or Cmd opens it as everywhere. */
function openQuotesAndReferences(event: MouseEvent): void {
  const isLink = event.target instanceof Element && event.target.closest('a') !== null
  if (!isLink || event.ctrlKey || event.metaKey) openClicked(event.target)
}

function Saving({ value, onChange }: Pick<RichTextEditorProps, 'value' | 'onChange'>) {
  const [editor] = useLexicalComposerContext()
  const autosave = useRef<Autosave | null>(null)
  const latest = useRef({ value, onChange })
  useEffect(() => {
    latest.current = { value, onChange }
  })
  useEffect(() => {
    const saving = startAutosave(editor, latest.current.value, (content) => latest.current.onChange(content))
    autosave.current = saving
    const onBlur = (): void => saving.flush()
    const unwatch = editor.registerRootListener((root, before) => {
      before?.removeEventListener('blur', onBlur)
      root?.addEventListener('blur', onBlur)
    })
    return () => {
      unwatch()
      saving.stop()
      autosave.current = null
    }
  }, [editor])
  useEffect(() => autosave.current?.receive(value), [value])
  return null
}
