import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, TextField } from '#renderer/ui/index.ts'
import styles from './image.module.css'

interface ImageFormProps {
  alt: string
  onSave: (alt: string) => void
  onRemove: () => void
}

/** What an image shows, in words, and a way to be rid of it. */
export function ImageForm({ alt, onSave, onRemove }: ImageFormProps) {
  const { t } = useTranslation('editor')
  const [words, setWords] = useState(alt)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    // A form in a portal is still inside the editor for React.
    event.stopPropagation()
    onSave(words.replace(/\s+/g, ' ').trim())
  }
  return (
    <form className={styles.form} onSubmit={save}>
      <TextField
        label={t('image.words')}
        description={t('image.wordsHint')}
        value={words}
        onChange={setWords}
        maxLength={1_000}
        autoFocus
      />
      <div className={styles.actions}>
        <Button variant="quiet" onPress={onRemove}>
          {t('image.remove')}
        </Button>
        <Button type="submit" variant="primary">
          {t('image.save')}
        </Button>
      </div>
    </form>
  )
}
