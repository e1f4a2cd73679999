import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../engine/queries.ts'
import { Button, Dialog, TextField } from '../../ui/index.ts'

/** Gives the notebook another name. Its file keeps its own. */
export function RenameDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation('start')
  const { t: ui } = useTranslation('ui')
  const write = useWrite()
  const [draft, setDraft] = useState(name)
  const save = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    if (draft.trim() && (draft.trim() === name || (await write('notebook.rename', { name: draft }))))
      onClose()
  }
  return (
    <Dialog
      title={t('rename.title')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" isDisabled={draft.trim() === ''} onPress={() => void save()}>
            {t('rename.submit')}
          </Button>
        </>
      }
    >
      <form onSubmit={(event) => void save(event)}>
        <TextField label={t('rename.name')} value={draft} onChange={setDraft} autoFocus />
      </form>
    </Dialog>
  )
}
