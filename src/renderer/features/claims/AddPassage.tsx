import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { ObjectPicker } from '#renderer/objects/ObjectPicker.tsx'
import { RelationKeys } from '#renderer/objects/RelationKeys.tsx'
import { RelationSelect } from '#renderer/objects/RelationSelect.tsx'
import { rememberRelation } from '#renderer/objects/relations.ts'
import { useRelationChoice } from '#renderer/objects/useRelationChoice.ts'
import styles from './Evidence.module.css'

/** Finds an annotation by its quote or comment and links it to the claim. */
export function AddPassage({ claimId, onDone }: { claimId: string; onDone: () => void }) {
  const { t } = useTranslation('claims')
  const write = useWrite()
  const { relation, choose, keys } = useRelationChoice()
  const link = async (annotationId: string): Promise<void> => {
    if (relation === undefined) return
    rememberRelation(relation.id)
    const made = await write('links.create', {
      from: { kind: 'annotation', id: annotationId },
      to: { kind: 'claim', id: claimId },
      relation: relation.id,
    })
    if (made) onDone()
  }
  return (
    <div className={styles.add} {...keys}>
      <div className={styles.addRelation}>
        <span>{t('passageThat')}</span>
        <RelationSelect value={relation?.id ?? null} onChange={choose} />
        <span>{t('thisClaim')}</span>
      </div>
      <ObjectPicker
        kinds={['annotation']}
        label={t('findPassage')}
        autoFocus
        onPick={(annotation) => void link(annotation.id)}
      />
      <RelationKeys />
    </div>
  )
}
