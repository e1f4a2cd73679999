import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Offer, upload } from '../../engine/offer.ts'
import { Button, Dialog, TextField } from '../../ui/index.ts'

interface PasteDialogProps {
  isOpen: boolean
  onClose(): void
  /** Called with the text as a file on its way to the engine. */
  onImport(offer: Promise<Offer>): void
}

/** Makes a source of text that one has only on the clipboard. */
export function PasteDialog({ isOpen, onClose, onImport }: PasteDialogProps) {
  const { t } = useTranslation('import')
  const { t: ui } = useTranslation('ui')
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const submit = (): void => {
    onImport(upload([textFile(title, text)]))
    setTitle('')
    setText('')
    onClose()
  }
  return (
    <Dialog
      title={t('paste.title')}
      isOpen={isOpen}
      onClose={onClose}
      size="large"
      footer={
        <>
          <Button onPress={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" isDisabled={text.trim() === ''} onPress={submit}>
            {t('paste.submit')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('paste.name')}
        placeholder={t('paste.namePlaceholder')}
        value={title}
        onChange={setTitle}
      />
      <TextField label={t('paste.text')} rows={14} value={text} onChange={setText} autoFocus />
    </Dialog>
  )
}

/** The title is the text's first line, where the engine looks for it, and its file's name. */
function textFile(title: string, text: string): { path: string; file: File } {
  const name = title.trim()
  const body = name && !text.trimStart().startsWith(name) ? `${name}\n\n${text}` : text
  const firstLine = body.trim().split('\n')[0] ?? ''
  const path = `${
    firstLine
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, 80) || 'text'
  }.txt`
  return { path, file: new File([body], path, { type: 'text/plain' }) }
}
