import { Settings2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '#renderer/commands/registry.ts'
import { Select } from '#renderer/ui/index.ts'
import { RelationMark } from './RelationMark.tsx'
import { useRelationsByUse } from './relations.ts'

/** Stands among the relations for the way to all that can be done with them. */
const manage = 'manage'

/** A choice of relation, the one used last first, and the way to the dialog of all. `value` null shows the first. */
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
      options={[
        ...relations.map((relation) => ({
          value: relation.id,
          label: relation.name,
          mark: <RelationMark relation={relation} small />,
        })),
        { value: manage, label: t('relations'), mark: <Settings2 size={16} /> },
      ]}
      onChange={(value) => {
        if (value !== manage) props.onChange(value)
        // Once the list has let go of the focus, which the dialog wants.
        else setTimeout(() => runCommand('relations.show'), 0)
      }}
    />
  )
}
