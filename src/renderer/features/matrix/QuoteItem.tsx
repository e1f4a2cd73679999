import { ArrowUpRight, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { AnchorBadge } from '#renderer/objects/AnchorBadge.tsx'
import { carry } from '#renderer/objects/drag.ts'
import { openAnnotation, openObject } from '#renderer/objects/openObject.ts'
import { relationStyle } from '#renderer/objects/RelationMark.tsx'
import { RelationSelect } from '#renderer/objects/RelationSelect.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { IconButton } from '#renderer/ui/index.ts'
import type { Evidence } from '#shared/model.ts'
import styles from './CellQuotes.module.css'

interface QuoteProps {
  evidence: Evidence
  onJump: () => void
  onRemoved: () => void
}

/** One link of a cell: how it bears on the claim, which can be changed, and the words, one click from their place. */
export function QuoteItem({ evidence, onJump, onRemoved }: QuoteProps) {
  const { t } = useTranslation('matrix')
  const write = useWrite()
  const { byId } = useRelations()
  const { annotation, link, other, otherLabel } = evidence
  const relation = byId.get(link.relationId)
  const jump = (): void => {
    onJump()
    if (annotation) openAnnotation(annotation)
    else void openObject(other)
  }
  const remove = async (): Promise<void> => {
    const done = await write('links.delete', { id: link.id })
    if (!done) return
    onRemoved()
    await offerUndo(t('linkRemoved'))
  }
  return (
    <div className={styles.quote} style={relation && relationStyle(relation)}>
      <div className={styles.actions}>
        <RelationSelect
          quiet
          label={t('changeRelation')}
          value={link.relationId}
          onChange={(chosen) => void write('links.update', { id: link.id, relation: chosen })}
        />
        {annotation && <AnchorBadge annotation={annotation} />}
        <span className={styles.buttons}>
          <IconButton icon={ArrowUpRight} size="small" label={t('showInSource')} onPress={jump} />
          <IconButton icon={Trash2} size="small" label={t('removeLink')} onPress={() => void remove()} />
        </span>
      </div>
      <button
        type="button"
        className={styles.jump}
        dir="auto"
        draggable={annotation !== null}
        onDragStart={({ dataTransfer }) =>
          annotation && carry(dataTransfer, { kind: 'annotation', id: annotation.id }, annotation.quote)
        }
        onClick={jump}
      >
        {annotation ? <q>{annotation.quote}</q> : otherLabel}
      </button>
      {link.rationale !== '' && <p className={styles.rationale}>{link.rationale}</p>}
    </div>
  )
}
