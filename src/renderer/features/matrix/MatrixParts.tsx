import { Layers } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { publishedOn, publisherOf } from '#renderer/objects/dates.ts'
import { linkable, offerLink } from '#renderer/objects/linkDrop.ts'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { useDropTarget } from '#renderer/objects/useDropTarget.ts'
import { useWindow } from '#renderer/state/window.ts'
import { classes } from '#renderer/ui/index.ts'
import type { ClaimSummary, MatrixCell } from '#shared/model.ts'
import type { MatrixColumn } from './grid.ts'
import styles from './MatrixView.module.css'

/** What makes a cell a stop of the arrow keys. */
export interface CellPlace {
  'data-place': string
  tabIndex: number
  onFocus: () => void
}

/** A column's head: the source, under one bracket with the other sources of its origin. */
export function SourceHead({ column, cell }: { column: MatrixColumn; cell: CellPlace }) {
  const { t, i18n } = useTranslation('matrix')
  const openSource = useWindow((state) => state.openSource)
  const { source, originSpan, originIndex } = column
  const grouped = originSpan > 1
  return (
    <th
      {...cell}
      scope="col"
      className={classes(styles.source, originIndex > 0 && styles.inOrigin)}
      title={source.title}
      onClick={() => openSource(source.id)}
      onKeyDown={(event) => event.key === 'Enter' && openSource(source.id)}
    >
      <span className={styles.bracket} data-grouped={grouped || undefined}>
        {grouped && originIndex === 0 && (
          <>
            <Layers size={11} aria-hidden /> {t('oneOrigin', { count: originSpan })}
          </>
        )}
      </span>
      <span className={styles.sourceTitle}>{source.title}</span>
      <span className={styles.byline}>{publisherOf(source.metadata)}</span>
      <span className={styles.byline}>{publishedOn(source.metadata, i18n.language)}</span>
    </th>
  )
}

/** A row's head: the claim. */
export function ClaimHead({ claim, cell }: { claim: ClaimSummary; cell: CellPlace }) {
  const openClaim = useWindow((state) => state.openClaim)
  const selected = useWindow((state) => state.selection?.id === claim.id)
  const { drop, handlers } = useClaimDrop(claim.id)
  return (
    <th
      {...cell}
      {...handlers}
      data-drop={drop}
      scope="row"
      className={classes(styles.claim, selected && styles.selected)}
      title={claim.statement}
      onClick={() => openClaim(claim.id)}
      onKeyDown={(event) => event.key === 'Enter' && openClaim(claim.id)}
    >
      <span className={styles.claimWords}>
        <span className={styles.number}>C{claim.number}</span> {claim.statement}
      </span>
    </th>
  )
}

/** A claim's row takes passages and annotations wherever they are dropped on it. */
function useClaimDrop(claimId: string) {
  return useDropTarget(linkable, (dragged, at) => offerLink(dragged, { kind: 'claim', id: claimId }, at))
}

/** How one source bears on one claim: the relations' signs, with the number of links where there are several. */
export function LinkCell(props: {
  claimId: string
  cell: MatrixCell | null
  name: string
  inOrigin: boolean
  place: CellPlace
  onOpen: () => void
}) {
  const { t } = useTranslation('matrix')
  const { byId } = useRelations()
  const { cell, claimId, onOpen } = props
  const { drop, handlers } = useClaimDrop(claimId)
  const open = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    onOpen()
  }
  const parts = (cell?.relations ?? []).flatMap(({ relationId, links }) => {
    const relation = byId.get(relationId)
    return relation ? [{ relation, links }] : []
  })
  const words = parts.map(({ relation, links }) => t('links', { count: links, relation: relation.name }))
  return (
    <td
      {...props.place}
      {...handlers}
      data-drop={drop}
      className={classes(styles.cell, cell && styles.filled, props.inOrigin && styles.inOrigin)}
      aria-label={`${props.name}: ${words.join(', ') || t('nothing')}`}
      aria-haspopup={cell ? 'dialog' : undefined}
      onClick={open}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && open(event)}
    >
      <span className={styles.marks}>
        {parts.map(({ relation, links }) => (
          <RelationMark
            key={relation.id}
            relation={relation}
            title={t('links', { count: links, relation: relation.name })}
            {...(links > 1 ? { count: links } : {})}
          />
        ))}
      </span>
    </td>
  )
}
