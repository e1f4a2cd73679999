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
    // A dialog below leaves what is marked so in reach, and stays open when it is pressed.
    <div className={styles.region} role="status" aria-live="polite" data-react-aria-top-layer>
      {toasts.map((entry) => (
        <Toast key={entry.id} entry={entry} />
      ))}
    </div>
  )
}

function Toast({ entry }: { entry: ToastEntry }) {
  const { t } = useTranslation('ui')
  const actions = [entry.action, entry.more].filter((action) => action !== undefined)
  return (
    <div className={classes(styles.toast, entry.tone === 'danger' && styles.danger)}>
      <span className={styles.message}>{entry.message}</span>
      {actions.map(({ label, run }) => (
        <Button
          key={label}
          size="small"
          onPress={() => {
            dismissToast(entry.id)
            run()
          }}
        >
          {label}
        </Button>
      ))}
      <IconButton icon={X} size="small" label={t('dismiss')} onPress={() => dismissToast(entry.id)} />
    </div>
  )
}
