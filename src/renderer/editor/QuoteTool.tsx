import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { Quote } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ObjectPicker } from '#renderer/objects/ObjectPicker.tsx'
import { Button, Popover, PopoverTrigger } from '#renderer/ui/index.ts'
import { insertQuote } from './quotes.ts'
import styles from './toolbar.module.css'

/** Finds an annotation and puts its quote into the text. */
export function QuoteTool() {
  const { t } = useTranslation('editor')
  const [editor] = useLexicalComposerContext()
  const [open, setOpen] = useState(false)
  return (
    <PopoverTrigger isOpen={open} onOpenChange={setOpen}>
      <Button size="small" variant="quiet" icon={Quote}>
        {t('insertQuote')}
      </Button>
      <Popover label={t('insertQuote')} className={styles.quotePicker}>
        <ObjectPicker
          kinds={['annotation']}
          label={t('findAnnotation')}
          autoFocus
          onPick={({ id }) => {
            setOpen(false)
            void insertQuote(editor, id)
          }}
        />
      </Popover>
    </PopoverTrigger>
  )
}
