import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { sourceByline } from '#renderer/objects/dates.ts'
import { OriginButton } from '#renderer/objects/OriginButton.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Spinner } from '#renderer/ui/index.ts'
import type { ClaimSummary, Evidence, SourceSummary } from '#shared/model.ts'
import styles from './CellQuotes.module.css'
import { isSeveral, type MatrixColumn } from './columns.ts'
import { QuoteItem } from './QuoteItem.tsx'
import type { Words } from './words.ts'

interface QuotesProps {
  claim: ClaimSummary
  column: MatrixColumn
  words: Words
  onClose: () => void
}

/** The quotes behind one cell, by source where there are several, each one click from its place; links are changed here. */
export function CellQuotes({ claim, column, words, onClose }: QuotesProps) {
  const { t } = useTranslation('matrix')
  const { all } = useRelations()
  const box = useRef<HTMLDivElement>(null)
  const answer = useCall('claims.get', { id: claim.id })
  const rank = new Map(all.map(({ id }, index) => [id, index]))
  const found = column.sources.flatMap((source) => {
    const evidence = (answer.data?.evidence ?? []).filter(
      (item) => item.incoming && item.source?.id === source.id,
    )
    evidence.sort((a, b) => (rank.get(a.link.relationId) ?? 0) - (rank.get(b.link.relationId) ?? 0))
    return evidence.length > 0 ? [{ source, evidence }] : []
  })
  const origins = new Set(found.map(({ source }) => source.originId)).size
  // The button that had the focus went with its link.
  const keepFocus = (): void => box.current?.focus()
  return (
    <div ref={box} className={styles.quotes} tabIndex={-1}>
      <header className={styles.head}>
        <p className={styles.statement} dir="auto">
          <span className={styles.number}>C{claim.number}</span> {claim.statement}
        </p>
        {isSeveral(column) && found.length > 0 && (
          <p className={styles.voices}>
            {column.group.isNamed && `${column.label}: `}
            {words.voices(found.length, origins)}
          </p>
        )}
      </header>
      {!answer.data && <Spinner />}
      {answer.data && found.length === 0 && <p className={styles.voices}>{t('noLinkLeft')}</p>}
      {found.map(({ source, evidence }) => (
        <OfSource
          key={source.id}
          source={source}
          first={isSeveral(column) ? found[0]?.source : undefined}
          evidence={evidence}
          onJump={onClose}
          onRemoved={keepFocus}
        />
      ))}
    </div>
  )
}

interface OfSourceProps {
  source: SourceSummary
  /** The first of several sources, for this one to be grouped with. */
  first: SourceSummary | undefined
  evidence: readonly Evidence[]
  onJump: () => void
  onRemoved: () => void
}

function OfSource({ source, first, evidence, onJump, onRemoved }: OfSourceProps) {
  const { i18n } = useTranslation()
  const openSource = (): void => {
    onJump()
    useWindow.getState().openSource(source.id)
  }
  const byline = sourceByline(source.metadata, i18n.language)
  return (
    <section className={styles.source}>
      <header className={styles.sourceHead}>
        <h3 className={styles.sourceTitle}>
          <button type="button" className={styles.title} dir="auto" onClick={openSource}>
            {source.title}
          </button>
          {byline !== '' && <span className={styles.byline}>{byline}</span>}
        </h3>
        {first && first.id !== source.id && (
          <OriginButton sourceId={first.id} otherId={source.id} same={first.originId === source.originId} />
        )}
      </header>
      {evidence.map((item) => (
        <QuoteItem key={item.link.id} evidence={item} onJump={onJump} onRemoved={onRemoved} />
      ))}
    </section>
  )
}
