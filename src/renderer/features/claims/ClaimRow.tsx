import { useTranslation } from 'react-i18next'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { ListBoxItem } from '#renderer/ui/index.ts'
import type { ClaimSummary } from '#shared/model.ts'
import styles from './ClaimList.module.css'
import { countsByRelation } from './evidence.ts'
import { StatusChip } from './StatusChip.tsx'
import { useAnnotationDrop } from './useAnnotationDrop.ts'

/** A claim in the list: its name, words and status, and how many independent voices stand behind each relation. */
export function ClaimRow(props: {
  claim: ClaimSummary
  onDropAnnotation: (annotationId: string, claim: ClaimSummary, row: HTMLElement) => void
}) {
  const { claim, onDropAnnotation } = props
  const { t } = useTranslation('claims')
  const { all } = useRelations()
  const { isOver, handlers } = useAnnotationDrop((annotationId, row) =>
    onDropAnnotation(annotationId, claim, row),
  )
  const counts = countsByRelation(claim.counts, all)
  const copied = counts.find(({ relation, count }) => relation.stance !== 0 && count.sources > count.origins)
  return (
    <ListBoxItem
      id={claim.id}
      textValue={`C${claim.number} ${claim.statement}`}
      className={styles.item ?? ''}
    >
      <div className={styles.row} data-drop={isOver || undefined} {...handlers}>
        <span className={styles.number}>C{claim.number}</span>
        <span className={styles.statement}>{claim.statement}</span>
        <span className={styles.facts}>
          <StatusChip status={claim.status} />
          {counts.map(({ relation, count }) => (
            <RelationMark key={relation.id} relation={relation} count={count.origins || count.links} small />
          ))}
          {copied && (
            <span className={styles.copied}>
              {t('sources', { count: copied.count.sources })}, {t('origins', { count: copied.count.origins })}
            </span>
          )}
        </span>
      </div>
    </ListBoxItem>
  )
}
