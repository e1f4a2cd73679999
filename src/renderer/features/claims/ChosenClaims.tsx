import { Merge, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '#renderer/commands/registry.ts'
import { Button, IconButton } from '#renderer/ui/index.ts'
import styles from './ClaimList.module.css'
import { useListState } from './listState.ts'

/** How many claims are chosen, and what can be done with all of them. */
export function ChosenClaims({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('claims')
  return (
    <div className={styles.chosen} role="toolbar" aria-label={t('chosenClaims')}>
      <span className={styles.chosenCount} aria-live="polite">
        {t('chosen', { count: ids.length })}
      </span>
      <Button size="small" icon={Merge} onPress={() => runCommand('claims.merge')}>
        {t('merge')}
      </Button>
      <IconButton
        icon={X}
        size="small"
        label={t('letGo')}
        onPress={() => useListState.setState({ chosen: [] })}
      />
    </div>
  )
}
