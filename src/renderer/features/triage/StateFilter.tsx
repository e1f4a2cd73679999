import { useTranslation } from 'react-i18next'
import { Button, Chip } from '#renderer/ui/index.ts'
import type { AnchorState } from '#shared/model.ts'
import { accept } from './actions.ts'
import type { StateCounts, TriageRow } from './list.ts'
import styles from './Triage.module.css'

/** What has to be looked at comes first. */
const order: readonly AnchorState[] = ['lost', 'changed', 'moved', 'exact']

interface FilterProps {
  rows: readonly TriageRow[]
  counts: StateCounts
  states: readonly AnchorState[]
  onChange(states: AnchorState[]): void
}

/** Which states are shown, with how many there are of each, and what is done with all of a state at once. */
export function StateFilter({ rows, counts, states, onChange }: FilterProps) {
  const { t } = useTranslation('triage')
  const toggle = (state: AnchorState): void =>
    onChange(states.includes(state) ? states.filter((other) => other !== state) : [...states, state])
  const of = (state: AnchorState) => rows.filter(({ annotation }) => annotation.state === state)
  return (
    <div className={styles.filter}>
      <fieldset className={styles.chips} aria-label={t('states')}>
        {order.map((state) => (
          <Chip key={state} pressed={states.includes(state)} onPress={() => toggle(state)}>
            {t(`state.${state}`)} {counts[state]}
          </Chip>
        ))}
      </fieldset>
      <div className={styles.many}>
        {counts.moved > 0 && (
          <Button size="small" onPress={() => void accept(of('moved'))}>
            {t('acceptMoved', { count: counts.moved })}
          </Button>
        )}
        {counts.changed > 1 && (
          <Button size="small" onPress={() => void accept(of('changed'))}>
            {t('acceptChanged', { count: counts.changed })}
          </Button>
        )}
        {counts.lost > 1 && (
          <Button size="small" onPress={() => void accept(of('lost'))}>
            {t('leaveLost', { count: counts.lost })}
          </Button>
        )}
      </div>
    </div>
  )
}
