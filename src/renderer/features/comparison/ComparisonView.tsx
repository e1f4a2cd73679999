import { Columns2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, EmptyState, Spinner } from '#renderer/ui/index.ts'
import { SideBySide } from './SideBySide.tsx'

/** Two sources side by side, block by block, with what differs marked. */
export function ComparisonView() {
  const { t } = useTranslation('comparison')
  const compared = useWindow((state) => state.compared)
  const { leftId, rightId } = compared ?? { leftId: '', rightId: '' }
  const comparison = useCall('sources.compare', { leftId, rightId }, { enabled: compared !== null })
  const sources = useCall('sources.list', {})
  if (compared === null) {
    return (
      <EmptyState
        icon={Columns2}
        title={t('empty.title')}
        text={t('empty.text')}
        action={<Button onPress={() => runCommand('sources.compare')}>{t('empty.choose')}</Button>}
      />
    )
  }
  if (comparison.isError) {
    return <EmptyState icon={Columns2} title={t('failed')} text={comparison.error.message} />
  }
  const left = sources.data?.find(({ id }) => id === leftId)
  const right = sources.data?.find(({ id }) => id === rightId)
  if (!comparison.data || !left || !right) return <Spinner />
  return <SideBySide key={`${leftId} ${rightId}`} comparison={comparison.data} left={left} right={right} />
}
