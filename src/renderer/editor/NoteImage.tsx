import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useLexicalEditable } from '@lexical/react/useLexicalEditable'
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection'
import { $getNodeByKey, type NodeKey } from 'lexical'
import { ImageOff } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { classes, Popover } from '#renderer/ui/index.ts'
import { $isImageNode } from '#shared-editor/image.ts'
import type { ImageFields } from '#shared-editor/text.ts'
import { ImageForm } from './ImageForm.tsx'
import styles from './image.module.css'
import { useObjectUrl } from './useObjectUrl.ts'

/** An image of a note, from the notebook's bytes. Pressing it, while one edits, lets its words be written. */
export function NoteImage({ nodeKey, fields }: { nodeKey: NodeKey; fields: ImageFields }) {
  const { t } = useTranslation('editor')
  const editable = useLexicalEditable()
  const [selected] = useLexicalNodeSelection(nodeKey)
  const { hash, alt } = fields
  const { data, isError } = useCall('images.get', { hash })
  const url = useObjectUrl(data)
  if (isError) {
    return (
      <span className={styles.missing}>
        <ImageOff size={14} aria-hidden />
        {alt === '' ? t('image.missing') : t('image.missingNamed', { alt })}
      </span>
    )
  }
  const shown = url && <img className={styles.picture} src={url} alt={alt} draggable={false} />
  if (!editable) return shown
  return (
    <Editable nodeKey={nodeKey} alt={alt} selected={selected}>
      {shown}
    </Editable>
  )
}

interface EditableProps {
  nodeKey: NodeKey
  alt: string
  selected: boolean
  children: React.ReactNode
}

function Editable({ nodeKey, alt, selected, children }: EditableProps) {
  const { t } = useTranslation('editor')
  const [editor] = useLexicalComposerContext()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const save = (words: string): void => {
    setIsOpen(false)
    editor.update(() => {
      const node = $getNodeByKey(nodeKey)
      if ($isImageNode(node)) node.setAlt(words)
    })
  }
  const remove = (): void => {
    setIsOpen(false)
    editor.update(() => $getNodeByKey(nodeKey)?.remove())
    editor.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes(styles.button, selected && styles.selected)}
        aria-label={alt === '' ? t('image.noWords') : t('image.named', { alt })}
        onClick={() => setIsOpen(true)}
      >
        {children}
      </button>
      <Popover
        label={t('image.form')}
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        placement="bottom start"
      >
        <ImageForm alt={alt} onSave={save} onRemove={remove} />
      </Popover>
    </>
  )
}
