import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { formatPercent } from '#renderer/objects/numbers.ts'
import { ObjectPicker } from '#renderer/objects/ObjectPicker.tsx'
import { useWindow } from '#renderer/state/window.ts'
import { Dialog } from '#renderer/ui/index.ts'
import styles from './Comparison.module.css'

/** Binds the command that compares the open source, and asks with which one: those that are like it come first. */
export function ChooseOther() {
  const sourceId = useWindow((state) => state.sourceId)
  const [from, setFrom] = useState<string | null>(null)
  useCommand('sources.compare', () => setFrom(sourceId), { enabled: sourceId !== null })
  return from === null ? null : <ChooseDialog sourceId={from} onClose={() => setFrom(null)} />
}

function ChooseDialog({ sourceId, onClose }: { sourceId: string; onClose: () => void }) {
  const { t, i18n } = useTranslation('comparison')
  const similar = useCall('sources.similar', { id: sourceId })
  const compare = (otherId: string): void => {
    onClose()
    useWindow.getState().openComparison(sourceId, otherId)
  }
  return (
    <Dialog title={t('choose.title')} isOpen onClose={onClose}>
      <div className={styles.choices}>
        {similar.data && similar.data.length > 0 && (
          <ul className={styles.similar} aria-label={t('choose.similar')}>
            {similar.data.map(({ source, how, similarity }) => (
              <li key={source.id}>
                <button type="button" className={styles.choice} onClick={() => compare(source.id)}>
                  <span className={styles.choiceTitle}>{source.title}</span>
                  <span className={styles.choiceHow}>
                    {t(`how.${how}`)} · {formatPercent(similarity, i18n.language)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <ObjectPicker
          kinds={['source']}
          label={t('choose.find')}
          exclude={{ kind: 'source', id: sourceId }}
          autoFocus
          onPick={({ id }) => compare(id)}
        />
      </div>
    </Dialog>
  )
}
