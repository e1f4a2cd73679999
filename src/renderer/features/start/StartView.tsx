import { BookOpenText, FileInput } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../commands/registry.ts'
import { Button } from '../../ui/index.ts'
import styles from './StartView.module.css'

/** What an empty notebook shows: how to fill it. */
export function StartView() {
  const { t } = useTranslation('start')
  return (
    <div className={styles.start}>
      <div className={styles.content}>
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.text}>{t('text')}</p>
        <div className={styles.actions}>
          <Button variant="primary" icon={FileInput} onPress={() => runCommand('import.files')}>
            {t('import')}
          </Button>
          <Button icon={BookOpenText} onPress={() => runCommand('notebook.openSample')}>
            {t('sample')}
          </Button>
        </div>
        <p className={styles.hint}>{t('hint')}</p>
      </div>
    </div>
  )
}
