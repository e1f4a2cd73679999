import { Columns2 } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { RichTextEditor } from '#renderer/editor/RichTextEditor.tsx'
import { useCall, useWrite } from '#renderer/engine/queries.ts'
import { showBesideText, useCanStandBeside } from '#renderer/objects/besideText.ts'
import { linkable, offerLink } from '#renderer/objects/linkDrop.ts'
import { TagEditor } from '#renderer/objects/TagEditor.tsx'
import { useDraft } from '#renderer/objects/useDraft.ts'
import { useDropTarget } from '#renderer/objects/useDropTarget.ts'
import { useWindow } from '#renderer/state/window.ts'
import { EmptyState, IconButton } from '#renderer/ui/index.ts'
import type { Claim } from '#shared/model.ts'
import { ClaimMenu } from './ClaimMenu.tsx'
import styles from './ClaimPane.module.css'
import { deleteClaim } from './deleteClaim.ts'
import { EvidenceSection } from './EvidenceSection.tsx'
import { RelatedClaims } from './RelatedClaims.tsx'
import { StatusRow } from './StatusRow.tsx'

/** One claim with everything that stands behind it. Takes dropped annotations anywhere. */
export function ClaimPane({ claimId }: { claimId: string }) {
  const { t } = useTranslation('claims')
  const claim = useCall('claims.get', { id: claimId })
  if (claim.data) return <ClaimDetails claim={claim.data} />
  return claim.isError ? <EmptyState title={t('gone')} text={claim.error.message} /> : null
}

function ClaimDetails({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claims')
  const write = useWrite()
  const object = { kind: 'claim', id: claim.id } as const
  const { drop, handlers } = useDropTarget(linkable, (dragged, at) => offerLink(dragged, object, at))
  const canStandBeside = useCanStandBeside('claims')
  return (
    <article className={styles.pane} data-drop={drop} {...handlers}>
      <div className={styles.column}>
        <header className={styles.head}>
          <span className={styles.number}>{t('claimNumber', { number: claim.number })}</span>
          {canStandBeside && (
            <IconButton
              icon={Columns2}
              size="small"
              label={t('besideText')}
              onPress={() => showBesideText(object)}
            />
          )}
          <ClaimMenu claim={claim} onDelete={() => void deleteClaim(claim)} />
        </header>
        <Statement claim={claim} />
        <StatusRow claim={claim} />
        <TagEditor object={object} tags={claim.tags} />
        <EvidenceSection claim={claim} />
        <section className={styles.section} aria-labelledby={`reasoning-${claim.id}`}>
          <h2 className={styles.title} id={`reasoning-${claim.id}`}>
            {t('reasoning')}
          </h2>
          <div className={styles.reasoning}>
            <RichTextEditor
              value={claim.reasoning}
              onChange={(reasoning) => write('claims.update', { id: claim.id, reasoning })}
              ariaLabel={t('reasoning')}
              placeholder={t('reasoningHint')}
              compact
            />
          </div>
        </section>
        <RelatedClaims claim={claim} />
      </div>
    </article>
  )
}

function Statement({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claims')
  const write = useWrite()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft(claim.statement, (statement) => {
    if (statement !== '') void write('claims.update', { id: claim.id, statement })
  })
  // Beside a text it is the source that F2 renames.
  const enabled = useWindow(({ view }) => view === 'claims')
  useCommand('rename', () => field.current?.select(), { enabled, title: t('rename') })
  return (
    <textarea
      ref={field}
      className={styles.statement}
      rows={1}
      maxLength={2000}
      aria-label={t('statement')}
      {...draft}
    />
  )
}
