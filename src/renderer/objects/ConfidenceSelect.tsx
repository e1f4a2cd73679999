import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { Select } from '#renderer/ui/index.ts'
import { type Confidence, confidences } from '#shared/model.ts'
import styles from './ConfidenceSelect.module.css'

/** How sure the researcher is of a link: three steps, or not said. */
export function ConfidenceSelect(props: { linkId: string; confidence: Confidence | null }) {
  const { t } = useTranslation('claims')
  const write = useWrite()
  return (
    <Select<Confidence | 'unset'>
      label={t('confidence')}
      hideLabel
      quiet
      value={props.confidence ?? 'unset'}
      options={(['unset', ...confidences] as const).map((value) => ({
        value,
        label: t(`confidence.${value}`),
        mark: <Steps filled={value === 'unset' ? 0 : confidences.indexOf(value) + 1} />,
      }))}
      onChange={(value) =>
        void write('links.update', { id: props.linkId, confidence: value === 'unset' ? null : value })
      }
    />
  )
}

function Steps({ filled }: { filled: number }) {
  return (
    <svg width="14" height="12" aria-hidden className={styles.steps}>
      {confidences.map((step, i) => (
        <rect
          key={step}
          x={i * 5}
          y={8 - i * 4}
          width="3"
          height={4 + i * 4}
          rx="1"
          data-filled={i < filled || undefined}
        />
      ))}
    </svg>
  )
}
