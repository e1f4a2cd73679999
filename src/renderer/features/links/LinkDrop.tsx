import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall, write } from '#renderer/engine/queries.ts'
import { type OfferedLink, useOfferedLink } from '#renderer/objects/linkDrop.ts'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { rememberRelation, useRelationsByUse } from '#renderer/objects/relations.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { useWindow } from '#renderer/state/window.ts'
import { ListBox, ListBoxItem, Popover } from '#renderer/ui/index.ts'
import type { Relation } from '#shared/model.ts'
import styles from './LinkDrop.module.css'

/** Asks, where something was dropped on something else, how the one bears on the other, and links them. */
export function LinkDrop() {
  const link = useOfferedLink((state) => state.link)
  return link && <Question key={`${link.x},${link.y}`} link={link} />
}

function Question({ link }: { link: OfferedLink }) {
  const { t } = useTranslation('links')
  const anchor = useRef<HTMLSpanElement>(null)
  const relations = useRelationsByUse()
  const question = useQuestion(link)
  const close = (): void => useOfferedLink.setState({ link: null })
  const choose = (key: string | number): void => {
    close()
    const relation = relations.find(({ id }) => id === key)
    if (relation) void connect(link, relation, t('linked', { relation: relation.name }))
  }
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: link.x, top: link.y }} aria-hidden />
      <Popover
        label={t('howLinked')}
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => !open && close()}
        placement="bottom start"
      >
        <p className={styles.question}>{question}</p>
        <ListBox aria-label={t('howLinked')} autoFocus="first" items={relations} onAction={choose}>
          {(relation) => (
            <ListBoxItem id={relation.id} textValue={relation.name} className={styles.relation ?? ''}>
              <RelationMark relation={relation} small />
              {relation.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </>
  )
}

/** The question in words: a claim is named by its number. */
function useQuestion({ to }: OfferedLink): string {
  const { t } = useTranslation('links')
  const { data: claims } = useCall('claims.list', {})
  if (!('kind' in to)) return t('dropOn.passage')
  if (to.kind !== 'claim') return t(`dropOn.${to.kind}`)
  const number = claims?.find(({ id }) => id === to.id)?.number
  return number === undefined ? t('howLinked') : t('dropOn.claim', { number })
}

async function connect({ from, to }: OfferedLink, relation: Relation, message: string): Promise<void> {
  rememberRelation(relation.id)
  const made = await write('links.connect', { from, to, relation: relation.id, colour: relation.colour })
  if (!made) return
  document.getSelection()?.collapseToEnd()
  useWindow.getState().select(made.from)
  await offerUndo(message)
}
