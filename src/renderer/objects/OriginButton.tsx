import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/index.ts'
import { groupSources, ungroupSource } from './origins.ts'

interface OriginButtonProps {
  sourceId: string
  otherId: string
  /** Whether the two are one voice already. */
  same: boolean
}

/** Makes two sources one voice, or the other of them a voice of its own again. */
export function OriginButton({ sourceId, otherId, same }: OriginButtonProps) {
  const { t } = useTranslation('objects')
  const press = (): void => void (same ? ungroupSource(otherId) : groupSources([sourceId, otherId]))
  return (
    <Button size="small" onPress={press}>
      {same ? t('ungroup') : t('group')}
    </Button>
  )
}
