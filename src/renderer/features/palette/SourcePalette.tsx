import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../engine/queries.ts'
import { useWindow } from '../../state/window.ts'
import styles from './Picker.module.css'
import { Picker } from './Picker.tsx'

const most = 50

/** Any source by a few letters of its title. */
export function SourcePalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette')
  const [text, setText] = useState('')
  const {
    data = [],
    isFetching,
    isPlaceholderData,
  } = useCall('search.suggest', { text, kinds: ['source'], limit: most }, { keepPrevious: true })
  return (
    <Picker
      label={t('sources')}
      placeholder={t('sourcesPlaceholder')}
      empty={isFetching ? '' : t('noSource')}
      text={text}
      onText={setText}
      items={data.map(({ id, label, detail }) => ({
        id,
        label,
        detail: <span className={styles.detail}>{detail}</span>,
      }))}
      isWaiting={isPlaceholderData}
      onChoose={(id) => {
        onClose()
        useWindow.getState().openSource(id)
      }}
      onClose={onClose}
    />
  )
}
