import { useTranslation } from 'react-i18next'
import { Chip } from '#renderer/ui/index.ts'
import type { ClaimStatus } from '#shared/model.ts'

const tones = {
  open: 'neutral',
  supported: 'ok',
  contested: 'warn',
  refuted: 'danger',
  unverifiable: 'neutral',
} as const

/** A claim's status in a word. */
export function StatusChip({ status }: { status: ClaimStatus }) {
  const { t } = useTranslation('claims')
  return <Chip tone={tones[status]}>{t(`status.${status}`)}</Chip>
}
