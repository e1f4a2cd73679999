import { useTranslation } from 'react-i18next'
import { write } from '#renderer/engine/queries.ts'
import { ObjectPicker } from '#renderer/objects/ObjectPicker.tsx'
import { RelationKeys } from '#renderer/objects/RelationKeys.tsx'
import { RelationSelect } from '#renderer/objects/RelationSelect.tsx'
import { rememberRelation } from '#renderer/objects/relations.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { useRelationChoice } from '#renderer/objects/useRelationChoice.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Dialog } from '#renderer/ui/index.ts'
import type { ObjectRef, Relation } from '#shared/model.ts'
import { Quote } from './ClaimDialog.tsx'
import styles from './dialogs.module.css'
import type { Subject } from './subject.ts'

/** Links a passage or an annotation to a claim, a passage, a source or a note: choose how it bears on it, type to find it, Enter. */
export function LinkDialog({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const { t } = useTranslation('reader')
  const { relation, choose, keys } = useRelationChoice()
  const link = async (to: ObjectRef): Promise<void> => {
    if (!relation) return
    const annotationId = await createLink(subject, to, relation)
    if (annotationId === null) return
    rememberRelation(relation.id)
    useWindow.getState().select({ kind: 'annotation', id: annotationId })
    onClose()
    await offerUndo(t('linked', { relation: relation.name }))
  }
  return (
    <Dialog title={t('linkTitle')} isOpen onClose={onClose}>
      <div className={styles.form} {...keys}>
        <Quote subject={subject}>
          <RelationSelect label={t('relationToClaim')} value={relation?.id ?? null} onChange={choose} />
        </Quote>
        <ObjectPicker
          kinds={['claim', 'annotation', 'source', 'note']}
          offered={['claim']}
          {...(subject.annotation && { exclude: { kind: 'annotation', id: subject.annotation.id } })}
          label={t('findClaim')}
          autoFocus
          onPick={({ kind, id }) => void link({ kind, id })}
        />
        <RelationKeys />
      </div>
    </Dialog>
  )
}

/** The id of the annotation that is linked now; null when the engine refused. */
async function createLink(subject: Subject, to: ObjectRef, relation: Relation): Promise<string | null> {
  const { annotation, sourceId, start, end } = subject
  if (annotation) {
    const from: ObjectRef = { kind: 'annotation', id: annotation.id }
    const made = await write('links.create', { from, to, relation: relation.id })
    return made ? annotation.id : null
  }
  const made = await write('links.createFromPassage', {
    sourceId,
    start,
    end,
    to,
    relation: relation.id,
    colour: relation.colour,
  })
  return made?.annotationId ?? null
}
