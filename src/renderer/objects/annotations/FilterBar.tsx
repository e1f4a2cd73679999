import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip, ColourDot, SearchField, Select } from '#renderer/ui/index.ts'
import type { Annotation, Colour, Relation } from '#shared/model.ts'
import { useColours } from '../colours.ts'
import styles from './FilterBar.module.css'
import {
  type AuthorKey,
  authorsOf,
  colourCounts,
  type Filter,
  isNarrowed,
  type RelationKey,
  tagsOf,
} from './filter.ts'

interface FilterBarProps {
  /** All that could be shown: what can be chosen is what occurs. */
  annotations: readonly Annotation[]
  /** How many are. */
  shown: number
  /** The relations by which some of them are linked. */
  relations: readonly Relation[]
  filter: Filter
  onChange(filter: Filter): void
  /** A choice more, such as of a source. */
  children?: ReactNode
}

/** Narrows a list of annotations by words, colours, a tag, a relation and an author, and counts what is shown. */
export function FilterBar(props: FilterBarProps) {
  const { annotations, shown, relations, filter, onChange, children } = props
  const { t } = useTranslation('objects')
  const { full } = useColours()
  const toggle = (colour: Colour): void => {
    const on = filter.colours.includes(colour)
    const rest = filter.colours.filter((other) => other !== colour)
    onChange({ ...filter, colours: on ? rest : [...rest, colour] })
  }
  return (
    <fieldset className={styles.filters} aria-label={t('filter.label')}>
      <SearchField
        label={t('filter.text')}
        className={styles.text ?? ''}
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      {colourCounts(annotations).map(({ colour, count }) => (
        <Chip key={colour} pressed={filter.colours.includes(colour)} onPress={() => toggle(colour)}>
          <ColourDot colour={colour} size={9} label={full(colour)} />
          {count}
        </Chip>
      ))}
      <Choices annotations={annotations} relations={relations} filter={filter} onChange={onChange} />
      {children}
      {isNarrowed(filter) && (
        <span className={styles.count} aria-live="polite">
          {t('filter.shownOf', { shown, count: annotations.length })}
        </span>
      )}
    </fieldset>
  )
}

const any = ''

/** The choices that are worth making: without tags there is none among them. */
function Choices({ annotations, relations, filter, onChange }: Omit<FilterBarProps, 'shown' | 'children'>) {
  const { t } = useTranslation('objects')
  const tags = tagsOf(annotations)
  const authors = authorsOf(annotations)
  const nameOf = (author: AuthorKey): string =>
    author === 'mine' ? t('filter.mine') : author.slice('by:'.length) || t('filter.unknownAuthor')
  return (
    <>
      {tags.length > 0 && (
        <Choice
          label={t('filter.tag')}
          anyLabel={t('filter.anyTag')}
          value={filter.tag}
          options={tags.map((tag) => ({ value: tag, label: tag }))}
          onChange={(tag) => onChange({ ...filter, tag })}
        />
      )}
      {relations.length > 0 && (
        <Choice<RelationKey>
          label={t('filter.relation')}
          anyLabel={t('filter.anyRelation')}
          value={filter.relation}
          options={[
            { value: 'any', label: t('filter.linked') },
            { value: 'none', label: t('filter.unlinked') },
            ...relations.map(({ id, name }) => ({ value: `id:${id}` as const, label: name })),
          ]}
          onChange={(relation) => onChange({ ...filter, relation })}
        />
      )}
      {authors.length > 0 && (
        <Choice
          label={t('filter.author')}
          anyLabel={t('filter.anyAuthor')}
          value={filter.author}
          options={authors.map((author) => ({ value: author, label: nameOf(author) }))}
          onChange={(author) => onChange({ ...filter, author })}
        />
      )}
    </>
  )
}

function Choice<Value extends string>(props: {
  label: string
  anyLabel: string
  value: Value | null
  options: { value: Value; label: string }[]
  onChange(value: Value | null): void
}) {
  const { label, anyLabel, value, options, onChange } = props
  const offered: { value: Value | typeof any; label: string }[] = [
    { value: any, label: anyLabel },
    ...options,
  ]
  return (
    <Select
      label={label}
      hideLabel
      quiet
      value={value ?? any}
      options={offered}
      onChange={(chosen) => onChange(chosen === any ? null : (chosen as Value))}
    />
  )
}
