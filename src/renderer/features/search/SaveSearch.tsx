import { Bookmark } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall, useWrite } from '#renderer/engine/queries.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { Button, Popover, PopoverTrigger, TextField } from '#renderer/ui/index.ts'

/** Keeps the query under a name. */
export function SaveSearch({ query, isDisabled }: { query: string; isDisabled: boolean }) {
  const { t } = useTranslation('search')
  const { data: saved = [] } = useCall('searches.list', {})
  const write = useWrite()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const already = saved.some((other) => other.query === query)
  const taken = saved.some((other) => other.name.toLowerCase() === name.trim().toLowerCase())
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return
    const done = await write('searches.save', { name, query })
    if (!done) return
    setOpen(false)
    void offerUndo(t('save.done', { name: done.name }))
  }
  const change = (next: boolean): void => {
    if (next) setName(query)
    setOpen(next)
  }
  return (
    <PopoverTrigger isOpen={open} onOpenChange={change}>
      <Button size="small" icon={Bookmark} isDisabled={isDisabled || already}>
        {t(already ? 'save.already' : 'save.button')}
      </Button>
      <Popover label={t('save.title')}>
        <form onSubmit={(event) => void save(event)} style={{ display: 'grid', gap: 'var(--space-3)' }}>
          <TextField
            label={t('save.name')}
            value={name}
            onChange={setName}
            autoFocus
            {...(taken && { description: t('save.taken') })}
          />
          <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>
            {t('save.confirm')}
          </Button>
        </form>
      </Popover>
    </PopoverTrigger>
  )
}
