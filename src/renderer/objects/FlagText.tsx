import { Ban, Check, Flag as FlagIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import type { Flag } from '#shared/model.ts'
import styles from './FlagText.module.css'
import { formatPercent } from './numbers.ts'

const icons = { open: FlagIcon, dismissed: Check, excluded: Ban }

/** What was noticed: the flag's kind, its sentence, and the other source where it is about two. */
export function FlagText({ flag }: { flag: Flag }) {
  const { t } = useTranslation('flags')
  const Icon = icons[flag.state]
  return (
    <span className={styles.flag} data-state={flag.state}>
      <Icon size={13} aria-hidden className={styles.icon} />
      <span>
        <span className={styles.kind}>{t(`kind.${flag.kind}`)}</span>
        {flag.state !== 'open' && <span className={styles.state}>{t(`state.${flag.state}`)}</span>}
        <span className={styles.message}>{flag.message}</span>
        {flag.otherSourceId && <Other flag={flag} id={flag.otherSourceId} />}
      </span>
    </span>
  )
}

/** The other source by its title, where the sentence does not name it, or names it as it was called then. */
function Other({ flag, id }: { flag: Flag; id: string }) {
  const { t, i18n } = useTranslation('flags')
  const { data } = useCall('sources.list', {})
  const title = data?.find((source) => source.id === id)?.title
  if (title === undefined || flag.message.includes(title)) return null
  const percent = flag.similarity === null ? '' : ` · ${formatPercent(flag.similarity, i18n.language)}`
  return <span className={styles.other}>{t('other', { title }) + percent}</span>
}
