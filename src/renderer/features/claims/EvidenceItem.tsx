import { ArrowUpRight, MoreHorizontal, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { sourceByline } from '#renderer/objects/dates.ts'
import { KindIcon } from '#renderer/objects/KindIcon.tsx'
import { LinkRationale } from '#renderer/objects/LinkRationale.tsx'
import { openAnnotation, openObject } from '#renderer/objects/openObject.ts'
import { relationStyle } from '#renderer/objects/RelationMark.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Chip, classes, IconButton, Menu, MenuItem, MenuSeparator, MenuTrigger } from '#renderer/ui/index.ts'
import type { Evidence } from '#shared/model.ts'
import styles from './Evidence.module.css'

/** One link of a claim: the quote one click from its place, who says it and when, why it counts, and how surely. */
export function EvidenceItem({ evidence }: { evidence: Evidence }) {
  const { t, i18n } = useTranslation('claims')
  const { byId } = useRelations()
  const selected = useWindow((state) => state.selection?.id === evidence.other.id)
  const { annotation, source, link } = evidence
  const relation = byId.get(link.relationId)
  const jump = (): void => {
    if (annotation) openAnnotation(annotation)
    else void openObject(evidence.other)
  }
  const byline = source ? sourceByline(source.metadata, i18n.language) : ''
  return (
    <div
      className={classes(styles.item, selected && styles.selected)}
      style={relation ? relationStyle(relation) : undefined}
    >
      <button type="button" className={styles.quote} onClick={jump} title={t('showInSource')}>
        {annotation ? (
          <q>{annotation.quote}</q>
        ) : (
          <span className={styles.object}>
            <KindIcon kind={evidence.other.kind} /> {evidence.otherLabel}
          </span>
        )}
      </button>
      <EvidenceMenu evidence={evidence} onJump={jump} />
      {annotation && source && (
        <p className={styles.byline}>
          <span className={styles.source}>{source.title}</span>
          {byline !== '' && <span>{byline}</span>}
          {annotation.state !== 'exact' && annotation.state !== 'moved' && (
            <Chip tone="warn">{t(`anchor.${annotation.state}`)}</Chip>
          )}
        </p>
      )}
      <LinkRationale link={link} hint={t('rationaleHint')} label={t('rationale')} />
    </div>
  )
}

function EvidenceMenu({ evidence, onJump }: { evidence: Evidence; onJump: () => void }) {
  const { t } = useTranslation('claims')
  const write = useWrite()
  const { all } = useRelations()
  const { link } = evidence
  const remove = async (): Promise<void> => {
    const done = await write('links.delete', { id: link.id })
    if (done) await offerUndo(t('linkRemoved'))
  }
  const act = (id: string): void => {
    if (id === 'jump') onJump()
    else if (id === 'remove') void remove()
    else void write('links.update', { id: link.id, relation: id })
  }
  return (
    <MenuTrigger>
      <IconButton icon={MoreHorizontal} size="small" label={t('linkMenu')} className={styles.more ?? ''} />
      <Menu label={t('linkMenu')} onAction={act}>
        <MenuItem id="jump" icon={ArrowUpRight}>
          {t('showInSource')}
        </MenuItem>
        <MenuSeparator />
        {all
          .filter((relation) => relation.id !== link.relationId)
          .map((relation) => (
            <MenuItem key={relation.id} id={relation.id}>
              {t('changeTo', { sign: relation.sign, relation: relation.name })}
            </MenuItem>
          ))}
        <MenuSeparator />
        <MenuItem id="remove" icon={Trash2} danger>
          {t('removeLink')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
