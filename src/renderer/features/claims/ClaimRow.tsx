import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { ListBoxItem } from '#renderer/ui/index.ts'
import type { ClaimSummary } from '#shared/model.ts'
import styles from './ClaimList.module.css'
import { countsByRelation } from './evidence.ts'
import { LinkDrop } from './LinkDrop.tsx'
import { StatusChip } from './StatusChip.tsx'
import { useAnnotationDrop } from './useAnnotationDrop.ts'

/** A claim in the list: its name, words and status, and how many independent voices stand behind each relation. */
export function ClaimRow({ claim }: { claim: ClaimSummary }) {
  const { t } = useTranslation('claims')
  const { all } = useRelations()
  const row = useRef<HTMLDivElement>(null)
  const [dropped, setDropped] = useState<string | null>(null)
  const { isOver, handlers } = useAnnotationDrop(setDropped)
  const counts = countsByRelation(claim.counts, all)
  const copied = counts.find(({ relation, count }) => relation.stance !== 0 && count.sources > count.origins)
  return (
    <ListBoxItem
      id={claim.id}
      textValue={`C${claim.number} ${claim.statement}`}
      className={styles.item ?? ''}
    >
      <div ref={row} className={styles.row} data-drop={isOver || undefined} {...handlers}>
        <span className={styles.number}>C{claim.number}</span>
        <span className={styles.statement}>{claim.statement}</span>
        <span className={styles.facts}>
          <StatusChip status={claim.status} />
          {counts.map(({ relation, count }) => (
            <RelationMark key={relation.id} relation={relation} count={count.origins} small />
          ))}
          {copied && (
            <span className={styles.copied}>
              {t('sources', { count: copied.count.sources })}, {t('origins', { count: copied.count.origins })}
            </span>
          )}
        </span>
      </div>
      <LinkDrop annotationId={dropped} claim={claim} anchor={row} onClose={() => setDropped(null)} />
    </ListBoxItem>
  )
}
