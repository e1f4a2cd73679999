import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { openObject } from '#renderer/objects/openObject.ts'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { relationLabel, useRelations } from '#renderer/objects/relations.ts'
import { Gradually } from '#renderer/ui/index.ts'
import type { Claim } from '#shared/model.ts'
import pane from './ClaimPane.module.css'
import styles from './RelatedClaims.module.css'
import { type RelatedClaim, relatedClaims } from './related.ts'
import { StatusChip } from './StatusChip.tsx'

const relatedAtOnce = 20
/** Of a claim with its status, in px. */
const usualHeight = 56

/** Other claims that this one is linked to, or shares evidence with. Nothing where there is none. */
export function RelatedClaims({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claims')
  const links = useCall('links.list', {}).data
  const claims = useCall('claims.list', {}).data
  const related = useMemo(() => relatedClaims(claim, claims ?? [], links ?? []), [claim, claims, links])
  if (related.length === 0) return null
  return (
    <section className={pane.section} aria-labelledby={`related-${claim.id}`}>
      <h2 className={pane.title} id={`related-${claim.id}`}>
        {t('related')}
      </h2>
      <ul className={styles.list}>
        <Gradually items={related} page={relatedAtOnce} size={usualHeight} room="li">
          {(one) => (
            <li key={one.claim.id}>
              <Related related={one} />
            </li>
          )}
        </Gradually>
      </ul>
    </section>
  )
}

function Related({ related: { claim, links, shared } }: { related: RelatedClaim }) {
  const { t } = useTranslation('claims')
  const { byId } = useRelations()
  return (
    <button
      type="button"
      className={styles.claim}
      onClick={() => void openObject({ kind: 'claim', id: claim.id })}
    >
      <span className={styles.number}>C{claim.number}</span>
      <span>{claim.statement}</span>
      <span className={styles.facts}>
        <StatusChip status={claim.status} />
        {links.map(({ relationId, incoming }, index) => {
          const relation = byId.get(relationId)
          if (!relation) return null
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two claims may be linked by one relation twice
            <span key={index} className={styles.link}>
              <RelationMark relation={relation} small />
              {relationLabel(relation, !incoming)}
            </span>
          )
        })}
        {shared > 0 && <span>{t('sharedEvidence', { count: shared })}</span>}
      </span>
    </button>
  )
}
