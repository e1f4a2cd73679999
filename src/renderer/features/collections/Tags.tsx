import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { toggleTag, useScope } from '#renderer/state/scope.ts'
import { toggleSection, useSections } from '#renderer/state/sections.ts'
import { Chip } from '#renderer/ui/index.ts'
import { Section } from '#renderer/ui/Section.tsx'
import styles from './Tags.module.css'

/** The tags that sources or their annotations have, with how many sources each; pressed ones narrow the list. */
export function Tags() {
  const { t } = useTranslation('collections')
  const { data: tags = [] } = useCall('collections.tags', {})
  const asked = useScope((state) => state.tags)
  const open = useSections((state) => state.tags)
  if (tags.length === 0) return null
  return (
    <Section title={t('tags', { count: tags.length })} open={open} onToggle={() => toggleSection('tags')}>
      <ul className={styles.tags}>
        {tags.map(({ id, name, sourceIds }) => (
          <li key={id}>
            <Chip pressed={asked.includes(name)} onPress={() => toggleTag(name)}>
              <bdi>{name}</bdi> <span className={styles.count}>{sourceIds.length}</span>
            </Chip>
          </li>
        ))}
      </ul>
    </Section>
  )
}
