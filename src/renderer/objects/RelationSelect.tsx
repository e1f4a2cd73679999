import { useTranslation } from 'react-i18next'
import { Select } from '#renderer/ui/index.ts'
import { RelationMark } from './RelationMark.tsx'
import { useRelationsByUse } from './relations.ts'

/** A choice of relation, the one used last first. `value` null shows that one. */
export function RelationSelect(props: {
  value: string | null
  onChange: (relationId: string) => void
  label?: string
  quiet?: boolean
}) {
  const { t } = useTranslation('objects')
  const relations = useRelationsByUse()
  return (
    <Select
      label={props.label ?? t('relation')}
      hideLabel
      quiet={props.quiet ?? false}
      value={props.value ?? relations[0]?.id ?? null}
      options={relations.map((relation) => ({
        value: relation.id,
        label: relation.name,
        mark: <RelationMark relation={relation} small />,
      }))}
      onChange={props.onChange}
    />
  )
}
