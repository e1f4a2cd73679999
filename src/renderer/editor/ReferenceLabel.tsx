import { useTranslation } from 'react-i18next'
import { useTitles } from '#renderer/objects/useTitles.ts'
import type { ReferenceFields } from '#shared-editor/painter.ts'
import styles from './richText.module.css'

/** What a mentioned object is called: its name as it is now; where it is gone, the name it had. */
export function ReferenceLabel({ fields }: { fields: ReferenceFields }) {
  const { t } = useTranslation('editor')
  const titleOf = useTitles()
  const { kind, id, label } = fields
  const title = titleOf({ kind, id })
  // A passage has no name of its own: it is called by the words it was mentioned with.
  if (kind !== 'annotation' && title === null) {
    return (
      <span className={styles.gone} title={t('referenceGone')}>
        {label}
      </span>
    )
  }
  return title || label
}
