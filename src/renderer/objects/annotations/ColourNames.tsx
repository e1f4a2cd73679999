import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { Button, ColourDot, Dialog, TextField } from '#renderer/ui/index.ts'
import { colours } from '#shared/model.ts'
import { type ColourNames as Names, nameColours, useColours } from '../colours.ts'
import styles from './ColourNames.module.css'

/** Binds the command that opens the dialog in which a notebook's colours are named. */
export function ColourNames() {
  const [open, setOpen] = useState(false)
  useCommand('annotation.nameColours', () => setOpen(true))
  return open && <NamesDialog onClose={() => setOpen(false)} />
}

function NamesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('objects')
  const { own } = useColours()
  const [names, setNames] = useState<Names>(own)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    void nameColours(names).then((done) => done && onClose())
  }
  return (
    <Dialog title={t('names.title')} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <p className={styles.text}>{t('names.text')}</p>
        {colours.map((colour, index) => (
          <div key={colour} className={styles.colour}>
            <ColourDot colour={colour} size={16} />
            <TextField
              label={t(`colour.${colour}`)}
              hideLabel
              className={styles.field ?? ''}
              placeholder={t(`colour.${colour}`)}
              value={names[colour] ?? ''}
              maxLength={60}
              autoFocus={index === 0}
              onChange={(name) => setNames({ ...names, [colour]: name })}
            />
          </div>
        ))}
        <div className={styles.buttons}>
          <Button onPress={onClose}>{t('names.cancel')}</Button>
          <Button variant="primary" type="submit">
            {t('names.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
