import { MoveRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { KindIcon } from '#renderer/objects/KindIcon.tsx'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { Button } from '#renderer/ui/index.ts'
import type { DrawnCard, Scene } from './draw/scene.ts'
import styles from './GraphView.module.css'

/** What the pointer or the keyboard is on, in full: at a distance the drawing has no words. */
export function Caption(props: {
  scene: Scene
  card: DrawnCard | null
  edge: string | null
  withKeys: boolean
  onOpen: (key: string) => void
}) {
  const { t } = useTranslation('graph')
  const { scene, card, withKeys } = props
  const edge = scene.edges.find(({ id }) => id === props.edge)
  const from = scene.byKey.get(edge?.from ?? '')
  const to = scene.byKey.get(edge?.to ?? '')
  return (
    <>
      <p id="graph-keys" className={withKeys ? styles.keys : styles.spoken}>
        {t('keys')}
      </p>
      {(card || edge) && (
        <div className={styles.caption} data-over-drawing>
          {edge && from && to && (
            <p className={styles.captionLine}>
              {!card && <span className={styles.captionEnd}>{from.label}</span>}
              <RelationMark relation={edge.relation} small />
              <span>{edge.relation.name}</span>
              {!card && <MoveRight size={14} aria-hidden />}
              {!card && <span className={styles.captionEnd}>{to.label}</span>}
              <span className={styles.count}>{t('linksOfEdge', { count: edge.linkIds.length })}</span>
            </p>
          )}
          {card && (
            <p className={styles.captionLine}>
              <KindIcon kind={card.kind === 'origin' ? 'source' : card.kind} />
              <span className={styles.captionLabel}>{card.label}</span>
              <span className={styles.count}>
                {t('linkedTo', { count: scene.linked.get(card.key)?.size ?? 0 })}
              </span>
              <Button size="small" variant="quiet" onPress={() => props.onOpen(card.key)}>
                {t('open')}
              </Button>
            </p>
          )}
        </div>
      )}
    </>
  )
}
