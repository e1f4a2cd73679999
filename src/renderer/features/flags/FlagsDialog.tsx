import { CircleCheck } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { setFlags } from '#renderer/objects/flags.ts'
import { Button, Chip, Dialog, EmptyState, Spinner } from '#renderer/ui/index.ts'
import { type Flag, flagStates } from '#shared/model.ts'
import { FlagItem } from './FlagItem.tsx'
import styles from './FlagsDialog.module.css'
import { type FlagFilter, kindCounts, shownFlags } from './list.ts'

/** How many flags are drawn at a time. */
const page = 200

/** Every flag of the notebook, by state and kind, to be judged one by one or many at once. */
export function FlagsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('flags')
  const { t: ui } = useTranslation('ui')
  const { data: flags } = useCall('flags.list', {})
  return (
    <Dialog
      title={t('dialog.title')}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <Button variant="primary" onPress={onClose}>
          {ui('close')}
        </Button>
      }
    >
      <p className={styles.text}>{t('dialog.text')}</p>
      {!flags && <Spinner />}
      {flags?.length === 0 && (
        <EmptyState icon={CircleCheck} title={t('dialog.none')} text={t('dialog.noneText')} />
      )}
      {flags && flags.length > 0 && <FlagList flags={flags} onLeave={onClose} />}
    </Dialog>
  )
}

function FlagList({ flags, onLeave }: { flags: readonly Flag[]; onLeave: () => void }) {
  const { t } = useTranslation('flags')
  const sources = useCall('sources.list', {})
  const titles = useMemo(
    () => new Map((sources.data ?? []).map(({ id, title }) => [id, title])),
    [sources.data],
  )
  const [filter, setFilter] = useState<FlagFilter>({ state: 'open', kind: null })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [most, setMost] = useState(page)
  const all = useMemo(() => shownFlags(flags, filter, titles), [flags, filter, titles])
  const chosen = all.filter(({ id }) => selected.has(id))
  const narrow = (change: Partial<FlagFilter>): void => {
    setFilter({ ...filter, ...change })
    setSelected(new Set())
    setMost(page)
  }
  const toggle = (id: string): void => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    setSelected(next)
  }
  const decide = async (state: Flag['state']): Promise<void> => {
    await setFlags(chosen, state)
    setSelected(new Set())
  }
  return (
    <>
      <Filters flags={flags} filter={filter} onChange={narrow} />
      {all.length === 0 && <EmptyState title={t('dialog.noneHere')} />}
      {all.length > 0 && (
        <div className={styles.many}>
          <label className={styles.all}>
            <input
              type="checkbox"
              checked={chosen.length === all.length}
              ref={(box) => {
                if (box) box.indeterminate = chosen.length > 0 && chosen.length < all.length
              }}
              onChange={() =>
                setSelected(new Set(chosen.length === all.length ? [] : all.map(({ id }) => id)))
              }
            />
            {chosen.length > 0 ? t('dialog.selected', { count: chosen.length }) : t('dialog.selectAll')}
          </label>
          {chosen.length > 0 && filter.state === 'open' && (
            <Button size="small" onPress={() => void decide('dismissed')}>
              {t('dismiss')}
            </Button>
          )}
          {chosen.length > 0 && filter.state !== 'open' && (
            <Button size="small" onPress={() => void decide('open')}>
              {t('reopen')}
            </Button>
          )}
        </div>
      )}
      <ul className={styles.list} aria-label={t('dialog.list')}>
        {all.slice(0, most).map((flag) => (
          <FlagItem
            key={flag.id}
            flag={flag}
            title={titles.get(flag.sourceId) ?? ''}
            selected={selected.has(flag.id)}
            onSelect={() => toggle(flag.id)}
            onLeave={onLeave}
          />
        ))}
      </ul>
      {all.length > most && (
        <Button onPress={() => setMost(most + page)}>
          {t('dialog.more', { count: Math.min(page, all.length - most) })}
        </Button>
      )}
    </>
  )
}

interface FiltersProps {
  flags: readonly Flag[]
  filter: FlagFilter
  onChange(change: Partial<FlagFilter>): void
}

function Filters({ flags, filter, onChange }: FiltersProps) {
  const { t } = useTranslation('flags')
  const kinds = kindCounts(flags, filter.state)
  return (
    <div className={styles.filters}>
      <fieldset className={styles.chips} aria-label={t('dialog.states')}>
        {flagStates.map((state) => (
          <Chip key={state} pressed={filter.state === state} onPress={() => onChange({ state, kind: null })}>
            {t(`dialog.state.${state}`)} {flags.filter((flag) => flag.state === state).length}
          </Chip>
        ))}
      </fieldset>
      {kinds.length > 1 && (
        <fieldset className={styles.chips} aria-label={t('dialog.kinds')}>
          <Chip pressed={filter.kind === null} onPress={() => onChange({ kind: null })}>
            {t('dialog.all')}
          </Chip>
          {kinds.map(({ kind, count }) => (
            <Chip key={kind} pressed={filter.kind === kind} onPress={() => onChange({ kind })}>
              {t(`kind.${kind}`)} {count}
            </Chip>
          ))}
        </fieldset>
      )}
    </div>
  )
}
