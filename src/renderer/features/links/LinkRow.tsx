import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { KindIcon } from '#renderer/objects/KindIcon.tsx'
import { LinkRationale } from '#renderer/objects/LinkRationale.tsx'
import { openObject } from '#renderer/objects/openObject.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { IconButton } from '#renderer/ui/index.ts'
import type { SeenLink } from './groups.ts'
import styles from './LinksPanel.module.css'

/** The other end of a link, one click from its place, with the reason for the link. */
export function LinkRow({ seen }: { seen: SeenLink }) {
  const { t } = useTranslation('links')
  const write = useWrite()
  const { link, other, otherLabel } = seen
  const remove = async (): Promise<void> => {
    const done = await write('links.delete', { id: link.id })
    if (done) await offerUndo(t('removed'))
  }
  return (
    <li className={styles.row}>
      <button type="button" className={styles.other} onClick={() => void openObject(other)} title={t('open')}>
        <KindIcon kind={other.kind} />
        <span className={styles.label}>{otherLabel}</span>
      </button>
      <IconButton
        icon={Trash2}
        size="small"
        label={t('remove', { label: otherLabel })}
        className={styles.remove ?? ''}
        onPress={() => void remove()}
      />
      <LinkRationale link={link} hint={t('rationaleHint')} label={t('rationale', { label: otherLabel })} />
    </li>
  )
}
