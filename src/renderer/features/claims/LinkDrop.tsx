import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { rememberRelation, useRelationsByUse } from '#renderer/objects/relations.ts'
import { ListBox, ListBoxItem, Popover } from '#renderer/ui/index.ts'
import styles from './ClaimPane.module.css'

/** Asks how an annotation that was dropped on a claim bears on it, and links them. */
export function LinkDrop(props: {
  annotationId: string
  claim: { id: string; number: number }
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}) {
  const { t } = useTranslation('claims')
  const write = useWrite()
  const relations = useRelationsByUse()
  const { annotationId, claim, onClose } = props
  const link = (relationId: string): void => {
    onClose()
    rememberRelation(relationId)
    void write('links.create', {
      from: { kind: 'annotation', id: annotationId },
      to: { kind: 'claim', id: claim.id },
      relation: relationId,
    })
  }
  return (
    <Popover
      label={t('howLinked')}
      triggerRef={props.anchor}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
    >
      <p className={styles.question}>{t('dropQuestion', { number: claim.number })}</p>
      <ListBox
        aria-label={t('howLinked')}
        autoFocus="first"
        items={relations}
        onAction={(key) => link(String(key))}
      >
        {(relation) => (
          <ListBoxItem id={relation.id} textValue={relation.name} className={styles.relation ?? ''}>
            <RelationMark relation={relation} small />
            {relation.name}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}
