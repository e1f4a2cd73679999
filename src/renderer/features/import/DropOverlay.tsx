import { FileInput } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './DropOverlay.module.css'

/** Says that the window takes what is dragged over it. */
export function DropOverlay() {
  const { t } = useTranslation('import')
  return (
    <div className={styles.overlay}>
      <div className={styles.message}>
        <FileInput size={22} aria-hidden />
        <span>
          {t('drop')}
          <small className={styles.kinds}>{t('dropKinds')}</small>
        </span>
      </div>
    </div>
  )
}
