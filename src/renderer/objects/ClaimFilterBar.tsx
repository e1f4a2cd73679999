import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { allClaims, type ClaimFilter, narrowedBy, useClaimFilter } from '#renderer/state/claimFilters.ts'
import { Button, Popover, PopoverTrigger, SearchField } from '#renderer/ui/index.ts'
import { claimStatuses } from '#shared/model.ts'
import styles from './ClaimFilterBar.module.css'
import { useRelations } from './relations.ts'

/** Narrows what the views of claims show: by words, and by statuses, relations and tags. */
export function ClaimFilterBar({ className }: { className?: string }) {
  const { t } = useTranslation('claims')
  const filter = useClaimFilter()
  const narrowed = narrowedBy(filter)
  return (
    <div className={`${styles.bar} ${className ?? ''}`}>
      <SearchField
        label={t('filter')}
        value={filter.text}
        onChange={(text) => useClaimFilter.setState({ text })}
        className={styles.text ?? ''}
      />
      <PopoverTrigger>
        <Button size="small" variant={narrowed > 0 ? 'plain' : 'quiet'} icon={ListFilter}>
          {narrowed > 0 ? t('filterBy.some', { count: narrowed }) : t('filterBy')}
        </Button>
        <Popover label={t('filterBy')} placement="bottom end">
          <Choices filter={filter} />
        </Popover>
      </PopoverTrigger>
    </div>
  )
}

function Choices({ filter }: { filter: ClaimFilter }) {
  const { t } = useTranslation('claims')
  const { all } = useRelations()
  const claims = useCall('claims.list', {}).data ?? []
  const tags = [...new Set(claims.flatMap((claim) => claim.tags))].sort((a, b) => a.localeCompare(b))
  return (
    <div className={styles.choices}>
      <Kind
        title={t('status')}
        options={claimStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        chosen={filter.statuses}
        onChange={(statuses) => useClaimFilter.setState({ statuses })}
      />
      <Kind
        title={t('byRelation')}
        options={all.map(({ id, sign, name }) => ({ value: id, label: `${sign} ${name}` }))}
        chosen={filter.relations}
        onChange={(relations) => useClaimFilter.setState({ relations })}
      />
      {tags.length > 0 && (
        <Kind
          title={t('tags')}
          options={tags.map((value) => ({ value, label: value }))}
          chosen={filter.tags}
          onChange={(chosen) => useClaimFilter.setState({ tags: chosen })}
        />
      )}
      <Button
        size="small"
        isDisabled={narrowedBy(filter) === 0 && filter.text === ''}
        onPress={() => useClaimFilter.setState(allClaims)}
      >
        {t('showAll')}
      </Button>
    </div>
  )
}

function Kind<Value extends string>(props: {
  title: string
  options: readonly { value: Value; label: string }[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}) {
  const { title, options, chosen, onChange } = props
  const toggle = (value: Value): void =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
  return (
    <fieldset className={styles.kind}>
      <legend className={styles.title}>{title}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className={styles.choice}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
