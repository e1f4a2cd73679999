import { Layers, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { relationLabel, useRelations } from '#renderer/objects/relations.ts'
import { Button, Gradually, Popover, PopoverTrigger } from '#renderer/ui/index.ts'
import type { Claim } from '#shared/model.ts'
import { AddPassage } from './AddPassage.tsx'
import styles from './Evidence.module.css'
import { EvidenceItem } from './EvidenceItem.tsx'
import { type EvidenceGroup, groupEvidence, type OriginGroup } from './evidence.ts'

const originsAtOnce = 10
/** Of a quote of three lines with its source, in px. */
const usualHeight = 120

/** What stands behind a claim, by relation and then by origin. */
export function EvidenceSection({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claims')
  const { all } = useRelations()
  const [adding, setAdding] = useState(false)
  const groups = groupEvidence(claim.evidence, all)
  return (
    <section className={styles.section} aria-labelledby={`evidence-${claim.id}`}>
      <header className={styles.head}>
        <h2 className={styles.title} id={`evidence-${claim.id}`}>
          {t('evidence')}
        </h2>
        <PopoverTrigger isOpen={adding} onOpenChange={setAdding}>
          <Button size="small" variant="quiet" icon={Plus}>
            {t('addPassage')}
          </Button>
          <Popover label={t('addPassage')} placement="bottom end">
            <AddPassage claimId={claim.id} onDone={() => setAdding(false)} />
          </Popover>
        </PopoverTrigger>
      </header>
      {groups.length === 0 && <p className={styles.none}>{t('noEvidence')}</p>}
      {groups.map((group) => (
        <Group key={`${claim.id} ${group.key}`} group={group} />
      ))}
    </section>
  )
}

function Group({ group }: { group: EvidenceGroup }) {
  const { t } = useTranslation('claims')
  return (
    <div className={styles.group}>
      <h3 className={styles.relation}>
        <RelationMark relation={group.relation} />
        <span className={styles.relationName}>{relationLabel(group.relation, group.incoming)}</span>
        {group.sources > 0 && (
          <span className={styles.counts}>
            {t('sources', { count: group.sources })}
            {group.sources !== group.voices && `, ${t('origins', { count: group.voices })}`}
          </span>
        )}
      </h3>
      <Gradually items={group.origins} page={originsAtOnce} size={usualHeight}>
        {(origin) => <Origin key={origin.key} origin={origin} />}
      </Gradually>
    </div>
  )
}

function Origin({ origin }: { origin: OriginGroup }) {
  const { t } = useTranslation('claims')
  const items = origin.items.map((item) => <EvidenceItem key={item.link.id} evidence={item} />)
  if (origin.sources.length < 2) return items
  return (
    <div className={styles.origin}>
      <p className={styles.originHead}>
        <Layers size={13} aria-hidden />
        {t('sources', { count: origin.sources.length })}, {t('origins', { count: 1 })}
        <span className={styles.originWhy}>{t('oneVoice')}</span>
      </p>
      {items}
    </div>
  )
}
