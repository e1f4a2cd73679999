import { BookOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWindow } from '../state/window.ts'
import { EmptyState } from '../ui/index.ts'
import styles from './Pane.module.css'
import { Pane } from './Pane.tsx'
import { TabStrip } from './tabs/TabStrip.tsx'

/** What one reads: the open tabs, and the source, claim or note of the one that is active. */
export function ReadView() {
  const { t } = useTranslation('reader')
  const object = useWindow((state) => state.object)
  return (
    <div className={styles.view}>
      <TabStrip />
      <div className={styles.text}>
        {object ? (
          <Pane pane="main" object={object} />
        ) : (
          <EmptyState icon={BookOpen} title={t('empty.title')} text={t('empty.text')} />
        )}
      </div>
    </div>
  )
}
