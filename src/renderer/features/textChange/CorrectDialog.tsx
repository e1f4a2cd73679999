import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '#shared/model.ts'
import { useCall, useWrite } from '../../engine/queries.ts'
import { Button, Dialog, TextField } from '../../ui/index.ts'
import { blocksAround, editsBetween, removal, tidyLines } from './edits.ts'
import { tellOutcome } from './outcome.ts'
import styles from './TextChange.module.css'

interface CorrectDialogProps {
  passage: { sourceId: string; start: number; end: number }
  onClose(): void
}

/** The blocks that a passage touches, as plain text to correct. */
export function CorrectDialog({ passage, onClose }: CorrectDialogProps) {
  const source = useCall('sources.get', { id: passage.sourceId })
  // What one corrects is the text as it was when one began.
  const [began, setBegan] = useState<Source | null>(null)
  if (source.data && began === null) setBegan(source.data)
  const range = began && blocksAround(began.blocks, passage)
  return began && range ? <CorrectForm source={began} range={range} onClose={onClose} /> : null
}

interface CorrectFormProps {
  source: Source
  range: { start: number; end: number }
  onClose(): void
}

function CorrectForm({ source, range, onClose }: CorrectFormProps) {
  const { t } = useTranslation('textChange')
  const { t: ui } = useTranslation('ui')
  const write = useWrite()
  const before = source.text.slice(range.start, range.end)
  const [typed, setTyped] = useState(before)
  const [busy, setBusy] = useState(false)
  const after = tidyLines(typed)
  const all = range.start === 0 && range.end === source.text.length
  const nothingLeft = after === '' && all
  const save = async (): Promise<void> => {
    const edits =
      after === '' ? [removal(range, source.text.length)] : editsBetween(before, after, range.start)
    if (edits.length === 0) {
      onClose()
      return
    }
    setBusy(true)
    const report = await write('sources.correct', { id: source.id, edits })
    setBusy(false)
    if (!report) return
    onClose()
    await tellOutcome(report, t('corrected'), 'on demand')
  }
  return (
    <Dialog
      title={t('correct.title')}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          <Button onPress={onClose}>{ui('cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={busy || after === before || nothingLeft}
            onPress={() => void save()}
          >
            {t('correct.save')}
          </Button>
        </>
      }
    >
      <p className={styles.help}>{t('correct.help')}</p>
      <TextField
        label={t('correct.text')}
        className={styles.text ?? ''}
        rows={8}
        value={typed}
        onChange={setTyped}
        isInvalid={nothingLeft}
        {...(nothingLeft && { errorMessage: t('correct.nothingLeft') })}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && after !== before && !nothingLeft)
            void save()
        }}
      />
    </Dialog>
  )
}
