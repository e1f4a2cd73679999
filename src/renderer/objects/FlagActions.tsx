import { useTranslation } from 'react-i18next'
import { useWindow } from '#renderer/state/window.ts'
import { Button } from '#renderer/ui/index.ts'
import type { Flag } from '#shared/model.ts'
import { hasPassage, setFlags, unjudged } from './flags.ts'

interface FlagActionsProps {
  flag: Flag
  /** Called when the comparison opens, for a dialog that would stand in its way. */
  onCompare?(): void
}

/** What can be done about one flag: compare, dismiss, leave the passage out, or take back what was decided. */
export function FlagActions({ flag, onCompare }: FlagActionsProps) {
  const { t } = useTranslation('flags')
  const { sourceId, otherSourceId, state } = flag
  const set = (to: Flag['state']): void => void setFlags([flag], to)
  const compare = (): void => {
    if (otherSourceId) useWindow.getState().openComparison(sourceId, otherSourceId)
    onCompare?.()
  }
  return (
    <>
      {otherSourceId && (
        <Button size="small" onPress={compare}>
          {t('compare')}
        </Button>
      )}
      {state === 'open' && hasPassage(flag) && (
        <Button size="small" onPress={() => set('excluded')}>
          {t('exclude')}
        </Button>
      )}
      {state === 'open' && (
        <Button size="small" onPress={() => set('dismissed')}>
          {t('dismiss')}
        </Button>
      )}
      {state === 'excluded' && (
        <Button size="small" onPress={() => set(unjudged(flag))}>
          {t('include')}
        </Button>
      )}
      {state === 'dismissed' && flag.kind !== 'by-hand' && (
        <Button size="small" onPress={() => set('open')}>
          {t('reopen')}
        </Button>
      )}
    </>
  )
}
