import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { searchShown } from '#renderer/state/searchShown.ts'
import { toggleFilter } from '#shared/query/edit.ts'
import { withoutKinds } from './editing.ts'
import styles from './Filters.module.css'
import { type FilterGroup, type FilterValue, filterGroups, kindGroup } from './facets.ts'
import { useLastGood } from './useLastGood.ts'

const mostShown = 6

interface FiltersProps {
  query: string
  onChange(query: string): void
}

/** What the results can be filtered by. A press writes the filter into the query, or takes it out again. */
export function Filters({ query, onChange }: FiltersProps) {
  const { t } = useTranslation('search')
  const facets = useLastGood(useCall('search.facets', { query }, { keepPrevious: true }).data)
  // How many there are of each kind is counted without the kinds that are asked for: they are what one chooses from.
  const anyKind = withoutKinds(query)
  const wanted = { enabled: anyKind !== '', keepPrevious: true }
  const sources = useLastGood(useCall('search.facets', { query: anyKind }, wanted).data)
  const objects = useLastGood(useCall('search.objects', { query: anyKind, limit: 1 }, wanted).data)
  if (!facets) return null
  const counts = objects?.counts ?? { annotation: 0, claim: 0, note: 0 }
  const groups = [kindGroup(query, sources?.sources ?? 0, counts), ...filterGroups(query, facets)]
  return (
    <section className={styles.filters} aria-label={t('filters')}>
      {groups.map((group) => (
        <Group
          key={group.field}
          group={group}
          // The query may be a moment behind what stands in the field.
          onToggle={(value) => onChange(toggleFilter(searchShown().text.trim(), group.field, value))}
        />
      ))}
      {facets.capped && <p className={styles.note}>{t('facetsCapped')}</p>}
    </section>
  )
}

function Group({ group, onToggle }: { group: FilterGroup; onToggle(value: string): void }) {
  const { t } = useTranslation('search')
  const nameOf = useValueName()
  const [whole, setWhole] = useState(false)
  const shown = whole
    ? group.values
    : group.values.filter(({ pressed }, index) => pressed || index < mostShown)
  const title = t(`field.${group.field}`)
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.values}>
        {shown.map((value) => (
          <li key={value.value}>
            <Value
              value={value}
              name={nameOf(group.field, value.value)}
              onPress={() => onToggle(value.value)}
            />
          </li>
        ))}
      </ul>
      {shown.length < group.values.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {t('moreValues', { count: group.values.length - shown.length })}
        </button>
      )}
    </section>
  )
}

function Value({ value, name, onPress }: { value: FilterValue; name: string; onPress(): void }) {
  return (
    <button type="button" className={styles.value} aria-pressed={value.pressed} onClick={onPress}>
      <span className={styles.name} dir="auto">
        {name}
      </span>
      {value.count !== null && <span className={styles.count}>{value.count}</span>}
    </button>
  )
}

/** A filter's value in words, where it is typed as a sign. */
function useValueName(): (field: FilterGroup['field'], value: string) => string {
  const { t, i18n } = useTranslation('search')
  return (field, value) => {
    if (field === 'lang') return languageName(value, i18n.language)
    const keyed = field === 'in' || field === 'has' || field === 'type' || field === 'stance'
    return keyed ? t(`value.${field}.${value}`, { defaultValue: value }) : value
  }
}

function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
