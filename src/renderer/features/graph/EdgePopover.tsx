import { CornerDownRight } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { KindIcon } from '#renderer/objects/KindIcon.tsx'
import { openObject } from '#renderer/objects/openObject.ts'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { Popover } from '#renderer/ui/index.ts'
import type { LinkView, ObjectRef } from '#shared/model.ts'
import type { DrawnCard, DrawnEdge, Scene } from './draw/scene.ts'
import styles from './EdgePopover.module.css'
import type { Point } from './layout/shapes.ts'

/** Of more links than this the first are shown. */
const most = 40

/** What an edge stands for: both ends, and each of its links with its quotes and why it holds. */
export function EdgePopover(props: {
  scene: Scene
  edge: DrawnEdge | null
  at: Point | null
  onClose: () => void
}) {
  const { t } = useTranslation('graph')
  const anchor = useRef<HTMLSpanElement>(null)
  const { scene, edge, at, onClose } = props
  return (
    <>
      <span
        ref={anchor}
        className={styles.anchor}
        style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
        aria-hidden
      />
      {edge && (
        <Popover
          // Another place is another popover: react-aria measures where it stands once.
          key={`${at?.x},${at?.y}`}
          label={t('edge')}
          triggerRef={anchor}
          isOpen
          onOpenChange={(isOpen) => !isOpen && onClose()}
          placement="bottom"
        >
          <Links
            edge={edge}
            from={scene.byKey.get(edge.from)}
            to={scene.byKey.get(edge.to)}
            onLeave={onClose}
          />
        </Popover>
      )}
    </>
  )
}

function Links(props: {
  edge: DrawnEdge
  from: DrawnCard | undefined
  to: DrawnCard | undefined
  onLeave: () => void
}) {
  const { t } = useTranslation('graph')
  const { edge, from, to, onLeave } = props
  const { data } = useCall('views.graphLinks', { ids: edge.linkIds.slice(0, most) })
  const jump = (object: ObjectRef): void => {
    onLeave()
    void openObject(object)
  }
  const more = edge.linkIds.length - most
  return (
    <div className={styles.links}>
      {from && <End card={from} onOpen={jump} />}
      <p className={styles.relation}>
        <RelationMark relation={edge.relation} />
        {edge.relation.name}
        <span className={styles.count}>{t('linksOfEdge', { count: edge.linkIds.length })}</span>
      </p>
      {to && <End card={to} onOpen={jump} />}
      {data && (
        <ul className={styles.list} aria-label={t('links')}>
          {data.map((link) => (
            <OneLink key={link.id} link={link} onOpen={jump} />
          ))}
        </ul>
      )}
      {more > 0 && <p className={styles.count}>{t('moreLinks', { count: more })}</p>}
    </div>
  )
}

function End({ card, onOpen }: { card: DrawnCard; onOpen: (object: ObjectRef) => void }) {
  const [object] = card.members
  return (
    <button type="button" className={styles.end} onClick={() => object && onOpen(object)}>
      <KindIcon kind={card.kind === 'origin' ? 'source' : card.kind} />
      <span>{card.label}</span>
    </button>
  )
}

/** A link's passages, each a way to its place, and its rationale. */
function OneLink({ link, onOpen }: { link: LinkView; onOpen: (object: ObjectRef) => void }) {
  const { t } = useTranslation('graph')
  const { t: words } = useTranslation('claims')
  const quotes = [
    { end: link.from, label: link.fromLabel },
    { end: link.to, label: link.toLabel },
  ].filter(({ end }) => end.kind === 'annotation')
  return (
    <li className={styles.link}>
      {quotes.map(({ end, label }) => (
        <button key={end.id} type="button" className={styles.quote} onClick={() => onOpen(end)}>
          <CornerDownRight size={13} aria-hidden />
          <q dir="auto">{label}</q>
        </button>
      ))}
      {quotes.length === 0 && <p className={styles.count}>{t('noPassage')}</p>}
      {link.rationale !== '' && (
        <p className={styles.rationale} dir="auto">
          {link.rationale}
        </p>
      )}
      {link.confidence !== null && <p className={styles.count}>{words(`confidence.${link.confidence}`)}</p>}
    </li>
  )
}
