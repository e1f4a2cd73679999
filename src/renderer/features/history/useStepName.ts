import { useTranslation } from 'react-i18next'
import type { HistoryStep } from '#shared/model.ts'

/** Puts a step of the history into a word or two, such as `highlight`. */
export function useStepName(): (step: Pick<HistoryStep, 'label'>) => string {
  const { t } = useTranslation('history')
  return ({ label }) => t(label, { defaultValue: t('change') })
}
