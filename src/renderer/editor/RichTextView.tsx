import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer'
import { useMemo } from 'react'
import { classes } from '#renderer/ui/index.ts'
import type { RichText } from '#shared/model.ts'
import { contentKey } from './content.ts'
import { richTextExtension } from './extension.ts'
import { openClicked } from './navigation.ts'
import styles from './richText.module.css'

/** Shows rich text. A click on a quote, a reference or a link opens what stands behind it. `compact` is for comments. */
export function RichTextView({ value, compact = false }: { value: RichText; compact?: boolean }) {
  const key = contentKey(value)
  const extension = useMemo(
    () => richTextExtension({ content: JSON.parse(key) as RichText, editable: false }),
    [key],
  )
  return (
    <LexicalExtensionComposer key={key} extension={extension} contentEditable={null}>
      <ContentEditable
        className={classes(styles.content, compact && styles.small)}
        role="none"
        onClick={(event) => {
          if (openClicked(event.target)) {
            event.preventDefault()
            event.stopPropagation()
          }
        }}
      />
    </LexicalExtensionComposer>
  )
}
