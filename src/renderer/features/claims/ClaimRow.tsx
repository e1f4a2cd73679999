import { useTranslation } from 'react-i18next'
import { linkable, offerLink } from '#renderer/objects/linkDrop.ts'
import { type ObjectMenuAt, rowHandlers } from '#renderer/objects/ObjectMenu.tsx'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { useDropTarget } from '#renderer/objects/useDropTarget.ts'
import { ListBoxItem } from '#renderer/ui/index.ts'
import type { ClaimSummary } from '#shared/model.ts'
import styles from './ClaimList.module.css'
import { countsByRelation } from './evidence.ts'
import { StatusChip } from './StatusChip.tsx'

/** A claim in the list: its name, words and status, and how many independent voices stand behind each relation. */
export function ClaimRow(props: { claim: ClaimSummary; onMenu: (at: ObjectMenuAt) => void }) {
  const { claim, onMenu } = props
  const object = { kind: 'claim', id: claim.id } as const
  const { t } = useTranslation('claims')
  const { all } = useRelations()
  const { drop, handlers } = useDropTarget(linkable, (dragged, at) => offerLink(dragged, object, at))
  const counts = countsByRelation(claim.counts, all)
  const copied = counts.find(({ relation, count }) => relation.stance !== 0 && count.sources > count.origins)
  return (
    <ListBoxItem
      id={claim.id}
      textValue={`C${claim.number} ${claim.statement}`}
      className={styles.item ?? ''}
    >
      <div
        className={styles.row}
        data-drop={drop}
        {...handlers}
        {...rowHandlers(object, claim.statement, onMenu)}
      >
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
