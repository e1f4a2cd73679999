import { FileQuestion, Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '#renderer/commands/registry.ts'
import { Button, EmptyState } from '#renderer/ui/index.ts'
import styles from './Reader.module.css'

/** What stands where a source, such as a bibliography's entry, has no text to read yet. */
export function NoText({ beside }: { beside: boolean }) {
  const { t } = useTranslation('reader')
  return (
    <div className={styles.noText}>
      <EmptyState
        icon={FileQuestion}
        title={t('noText.title')}
        text={t('noText.text')}
        action={
          !beside && (
            <Button icon={Paperclip} onPress={() => runCommand('sources.replace')}>
              {t('noText.attach')}
            </Button>
          )
        }
      />
    </div>
  )
}
