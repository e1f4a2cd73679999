import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/index.ts'
import type { Conflict } from './autosave.ts'
import styles from './conflict.module.css'

/** Says that somebody else wrote the same text at the same time, and asks whose words shall stand. */
export function ConflictBar({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation('editor')
  return (
    <div className={styles.bar} role="alert">
      <TriangleAlert size={16} aria-hidden />
      <span className={styles.words}>{t('conflict')}</span>
      <Button size="small" onPress={conflict.keepMine}>
        {t('conflict.mine')}
      </Button>
      <Button size="small" onPress={conflict.takeTheirs}>
        {t('conflict.theirs')}
      </Button>
    </div>
  )
}
