import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { carry } from '#renderer/objects/drag.ts'
import { openAnnotation, openObject } from '#renderer/objects/openObject.ts'
import { RelationMark, relationStyle } from '#renderer/objects/RelationMark.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { Spinner } from '#renderer/ui/index.ts'
import type { Evidence } from '#shared/model.ts'
import styles from './MatrixView.module.css'

/** The quotes behind one cell, each one click from its place. */
export function CellQuotes(props: {
  claimId: string
  number: number
  source: { id: string; title: string }
}) {
  const { t } = useTranslation('matrix')
  const claim = useCall('claims.get', { id: props.claimId })
  const evidence = claim.data?.evidence.filter((item) => item.incoming && item.source?.id === props.source.id)
  return (
    <div className={styles.quotes}>
      <h3 className={styles.quotesTitle}>
        {t('cell', { number: props.number, source: props.source.title })}
      </h3>
      {evidence ? evidence.map((item) => <Quote key={item.link.id} evidence={item} />) : <Spinner />}
    </div>
  )
}

function Quote({ evidence }: { evidence: Evidence }) {
  const { byId } = useRelations()
  const { annotation, link, other, otherLabel } = evidence
  const relation = byId.get(link.relationId)
  if (!relation) return null
  return (
    <div className={styles.quote} style={relationStyle(relation)}>
      <p className={styles.quoteRelation}>
        <RelationMark relation={relation} small /> {relation.name}
      </p>
      <button
        type="button"
        className={styles.jump}
        draggable={annotation !== null}
        onDragStart={({ dataTransfer }) =>
          annotation && carry(dataTransfer, { kind: 'annotation', id: annotation.id }, annotation.quote)
        }
        onClick={() => (annotation ? openAnnotation(annotation) : void openObject(other))}
      >
        {annotation ? <q>{annotation.quote}</q> : otherLabel}
      </button>
      {link.rationale !== '' && <p className={styles.rationale}>{link.rationale}</p>}
    </div>
  )
}
