import { useTranslation } from 'react-i18next'
import { Chip, ColourDot, Select } from '#renderer/ui/index.ts'
import type { Annotation, Colour } from '#shared/model.ts'
import styles from './AnnotationsPanel.module.css'
import { type AuthorKey, authorsOf, colourCounts, type Filter, isNarrowed, tagsOf } from './filter.ts'

const anyTag = ''
const anybody = ''

/** Narrows the list to colours, a tag and an author, and counts what is shown. */
export function FilterBar(props: {
  annotations: readonly Annotation[]
  shown: number
  filter: Filter
  onChange: (filter: Filter) => void
}) {
  const { annotations, shown, filter, onChange } = props
  const { t } = useTranslation('annotations')
  const tags = tagsOf(annotations)
  const authors = authorsOf(annotations)
  const nameOf = (author: AuthorKey): string =>
    author === 'mine' ? t('mine') : author.slice('by:'.length) || t('unknownAuthor')
  const toggle = (colour: Colour): void => {
    const on = filter.colours.includes(colour)
    const rest = filter.colours.filter((other) => other !== colour)
    onChange({ ...filter, colours: on ? rest : [...rest, colour] })
  }
  return (
    <div className={styles.filters}>
      {colourCounts(annotations).map(({ colour, count }) => (
        <Chip key={colour} pressed={filter.colours.includes(colour)} onPress={() => toggle(colour)}>
          <ColourDot colour={colour} size={8} label={t(`colour.${colour}`)} />
          {count}
        </Chip>
      ))}
      {tags.length > 0 && (
        <Select
          label={t('filterByTag')}
          hideLabel
          quiet
          value={filter.tag ?? anyTag}
          options={[
            { value: anyTag, label: t('anyTag') },
            ...tags.map((tag) => ({ value: tag, label: tag })),
          ]}
          onChange={(tag) => onChange({ ...filter, tag: tag === anyTag ? null : tag })}
        />
      )}
      {authors.length > 0 && (
        <Select
          label={t('filterByAuthor')}
          hideLabel
          quiet
          value={filter.author ?? anybody}
          options={[
            { value: anybody, label: t('anyAuthor') },
            ...authors.map((author) => ({ value: author, label: nameOf(author) })),
          ]}
          onChange={(author) => onChange({ ...filter, author: author === anybody ? null : author })}
        />
      )}
      {isNarrowed(filter) && (
        <span className={styles.count}>{t('shownOf', { shown, count: annotations.length })}</span>
      )}
    </div>
  )
}
