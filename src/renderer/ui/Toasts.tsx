import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './Toasts.module.css'
import { dismissToast, type ToastEntry, useToasts } from './toast.ts'

/** Where toasts appear. Mounted once. */
export function Toasts() {
  const { toasts } = useToasts()
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {toasts.map((entry) => (
        <Toast key={entry.id} entry={entry} />
      ))}
    </div>
  )
}

function Toast({ entry }: { entry: ToastEntry }) {
  const { t } = useTranslation('ui')
  const { action } = entry
  const act = (): void => {
    dismissToast(entry.id)
    action?.run()
  }
  return (
    <div className={classes(styles.toast, entry.tone === 'danger' && styles.danger)}>
      <span className={styles.message}>{entry.message}</span>
      {action && (
        <Button size="small" onPress={act}>
          {action.label}
        </Button>
      )}
      <IconButton icon={X} size="small" label={t('dismiss')} onPress={() => dismissToast(entry.id)} />
    </div>
  )
}
