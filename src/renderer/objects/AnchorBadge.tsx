import { useTranslation } from 'react-i18next'
import { judge } from '#renderer/state/judging.ts'
import { Chip, Tooltip } from '#renderer/ui/index.ts'
import type { Annotation } from '#shared/model.ts'

/** How an annotation stands since its text changed, where it does not stand exactly; leads to where that is judged. */
export function AnchorBadge({ annotation }: { annotation: Pick<Annotation, 'id' | 'sourceId' | 'state'> }) {
  const { t } = useTranslation('annotations')
  const { id, sourceId, state } = annotation
  if (state === 'exact') return null
  return (
    <Tooltip text={t(`stateMeans.${state}`)}>
      <Chip
        tone={state === 'lost' ? 'danger' : state === 'changed' ? 'warn' : 'neutral'}
        onPress={() => judge({ sourceId, at: id })}
      >
        {t(`state.${state}`)}
      </Chip>
    </Tooltip>
  )
}
