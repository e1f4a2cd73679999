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
        {t('drop')}
      </div>
    </div>
  )
}
