import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../engine/queries.ts'
import { KindIcon } from '../../objects/KindIcon.tsx'
import { useWindow } from '../../state/window.ts'
import styles from './Picker.module.css'
import { Picker } from './Picker.tsx'

const most = 50

/** Any source, claim or note by a few letters, to stand beside what one reads. */
export function BesidePalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette')
  const [text, setText] = useState('')
  const {
    data = [],
    isFetching,
    isPlaceholderData,
  } = useCall(
    'search.suggest',
    { text, kinds: ['source', 'claim', 'note'], limit: most },
    { keepPrevious: true },
  )
  return (
    <Picker
      label={t('beside')}
      placeholder={t('besidePlaceholder')}
      empty={isFetching ? '' : t('nothing')}
      text={text}
      onText={setText}
      items={data.map(({ id, kind, label, detail }) => ({
        id,
        label,
        detail: (
          <span className={styles.detail}>
            {detail} <KindIcon kind={kind} size={12} />
          </span>
        ),
      }))}
      isWaiting={isPlaceholderData}
      onChoose={(id) => {
        onClose()
        const found = data.find((item) => item.id === id)
        if (found) useWindow.getState().openBeside({ kind: found.kind, id })
      }}
      onClose={onClose}
    />
  )
}
