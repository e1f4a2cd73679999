import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { ObjectPicker } from '#renderer/objects/ObjectPicker.tsx'
import { RelationSelect } from '#renderer/objects/RelationSelect.tsx'
import { rememberRelation, useRelationsByUse } from '#renderer/objects/relations.ts'
import styles from './Evidence.module.css'

/** Finds an annotation by its quote or comment and links it to the claim. */
export function AddPassage({ claimId, onDone }: { claimId: string; onDone: () => void }) {
  const { t } = useTranslation('claims')
  const write = useWrite()
  const relations = useRelationsByUse()
  const [chosen, setChosen] = useState<string | null>(null)
  const relation = chosen ?? relations[0]?.id
  const link = async (annotationId: string): Promise<void> => {
    if (relation === undefined) return
    rememberRelation(relation)
    const made = await write('links.create', {
      from: { kind: 'annotation', id: annotationId },
      to: { kind: 'claim', id: claimId },
      relation,
    })
    if (made) onDone()
  }
  return (
    <div className={styles.add}>
      <div className={styles.addRelation}>
        <span>{t('passageThat')}</span>
        <RelationSelect value={relation ?? null} onChange={setChosen} />
        <span>{t('thisClaim')}</span>
      </div>
      <ObjectPicker
        kinds={['annotation']}
        label={t('findPassage')}
        autoFocus
        onPick={(annotation) => void link(annotation.id)}
      />
    </div>
  )
}
