import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { ObjectPicker } from '#renderer/objects/ObjectPicker.tsx'
import { RelationKeys } from '#renderer/objects/RelationKeys.tsx'
import { RelationSelect } from '#renderer/objects/RelationSelect.tsx'
import { rememberRelation } from '#renderer/objects/relations.ts'
import { useRelationChoice } from '#renderer/objects/useRelationChoice.ts'
import { IconButton } from '#renderer/ui/index.ts'
import type { ObjectRef } from '#shared/model.ts'
import styles from './LinksPanel.module.css'

/** Links an object to whatever is found and picked: a claim, a source, an annotation or a note. */
export function LinkForm({ object, onDone }: { object: ObjectRef; onDone: () => void }) {
  const { t } = useTranslation('links')
  const write = useWrite()
  const { relation, choose, keys } = useRelationChoice()
  const link = async (to: ObjectRef): Promise<void> => {
    if (relation === undefined) return
    rememberRelation(relation.id)
    const from = { kind: object.kind, id: object.id }
    const made = await write('links.create', { from, to, relation: relation.id })
    if (made) onDone()
  }
  return (
    <div className={styles.form} {...keys}>
      <div className={styles.formHead}>
        <span className={styles.this}>{t(`this.${object.kind}`)}</span>
        <RelationSelect value={relation?.id ?? null} onChange={choose} />
        <IconButton icon={X} size="small" label={t('cancel')} onPress={onDone} />
      </div>
      <ObjectPicker
        kinds={['claim', 'source', 'annotation', 'note']}
        label={t('find')}
        exclude={object}
        autoFocus
        onPick={({ kind, id }) => void link({ kind, id })}
      />
      <RelationKeys />
    </div>
  )
}
