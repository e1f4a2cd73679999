import { Layers } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ObjectPicker } from '#renderer/objects/ObjectPicker.tsx'
import { groupSources } from '#renderer/objects/origins.ts'
import { useTitles } from '#renderer/objects/useTitles.ts'
import { useGrouping } from '#renderer/state/grouping.ts'
import { Button, Chip } from '#renderer/ui/index.ts'
import styles from './OriginsDialog.module.css'

/** Chooses sources by typing, to make them one origin. */
export function Grouping() {
  const { t } = useTranslation('origins')
  const titleOf = useTitles()
  const ids = useGrouping((state) => state.sourceIds) ?? []
  // Each pick begins a new search: what was typed for the one before is of no use to the next.
  const [picks, setPicks] = useState(0)
  const set = (sourceIds: readonly string[]): void => useGrouping.setState({ sourceIds })
  const group = async (): Promise<void> => {
    if (!(await groupSources([...ids]))) return
    set([])
    // The button is off now and lets go of the keyboard, which goes on with the next search.
    setPicks(picks + 1)
  }
  return (
    <section className={styles.grouping} aria-labelledby="origins-group">
      <h3 className={styles.heading} id="origins-group">
        {t('byHand')}
      </h3>
      {ids.length > 0 && (
        <div className={styles.chosen}>
          {ids.map((id) => {
            const title = titleOf({ kind: 'source', id }) ?? ''
            return (
              <Chip
                key={id}
                tone="accent"
                title={title}
                onRemove={() => set(ids.filter((other) => other !== id))}
                removeLabel={t('leaveOut', { title })}
              >
                <span className={styles.chosenTitle}>{title}</span>
              </Chip>
            )
          })}
        </div>
      )}
      <div className={styles.picker}>
        <ObjectPicker
          key={picks}
          kinds={['source']}
          label={t('find')}
          autoFocus
          onPick={({ id }) => {
            set([...new Set([...ids, id])])
            setPicks(picks + 1)
          }}
        />
        <Button variant="primary" icon={Layers} isDisabled={ids.length < 2} onPress={() => void group()}>
          {t('group', { count: ids.length })}
        </Button>
      </div>
    </section>
  )
}
