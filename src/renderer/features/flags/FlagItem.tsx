import { useTranslation } from 'react-i18next'
import { FlagActions } from '#renderer/objects/FlagActions.tsx'
import { FlagText } from '#renderer/objects/FlagText.tsx'
import { openFlag } from '#renderer/objects/flags.ts'
import { Button } from '#renderer/ui/index.ts'
import type { Flag } from '#shared/model.ts'
import styles from './FlagsDialog.module.css'

interface FlagItemProps {
  flag: Flag
  /** The title of the source it is about. */
  title: string
  selected: boolean
  onSelect(): void
  /** Called when one goes elsewhere, so that the dialog is out of the way. */
  onLeave(): void
}

/** One flag of the notebook's list. */
export function FlagItem({ flag, title, selected, onSelect, onLeave }: FlagItemProps) {
  const { t } = useTranslation('flags')
  const go = (): void => {
    onLeave()
    openFlag(flag)
  }
  return (
    <li className={styles.item}>
      <input
        type="checkbox"
        className={styles.box}
        aria-label={t('dialog.select', { flag: `${t(`kind.${flag.kind}`)}: ${title}` })}
        checked={selected}
        onChange={onSelect}
      />
      <div className={styles.words}>
        <span className={styles.title} dir="auto">
          {title}
        </span>
        <FlagText flag={flag} />
      </div>
      <div className={styles.actions}>
        <Button size="small" onPress={go}>
          {t('goTo')}
        </Button>
        <FlagActions flag={flag} onCompare={onLeave} />
      </div>
    </li>
  )
}
