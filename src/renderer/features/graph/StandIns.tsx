import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GraphKind } from '#shared/model.ts'
import type { Scene } from './draw/scene.ts'
import styles from './GraphView.module.css'

/**
 * A button where each of these cards is drawn, for keyboard and screen reader; nothing of it is seen. One of them is the
 * stop of the Tab key.
 */
export function StandIns(props: {
  scene: Scene
  keys: readonly string[]
  stop: string | null
  selected: string | null
}) {
  const { scene, keys, stop, selected } = props
  return keys.map((key) => {
    const card = scene.byKey.get(key)
    if (!card) return null
    const { kind, label, x, y, width, height } = card
    return (
      <StandIn
        key={key}
        card={key}
        kind={kind}
        label={label}
        left={x - width / 2}
        top={y - height / 2}
        width={width}
        height={height}
        links={scene.linked.get(key)?.size ?? 0}
        isStop={key === stop}
        isSelected={key === selected}
      />
    )
  })
}

/** Takes no objects, so that of a hundred only the one that changed is made anew. */
const StandIn = memo(function StandIn(props: {
  card: string
  kind: GraphKind
  label: string
  left: number
  top: number
  width: number
  height: number
  links: number
  isStop: boolean
  isSelected: boolean
}) {
  const { t } = useTranslation('graph')
  const { card, kind, label, left, top, width, height, links, isStop, isSelected } = props
  return (
    <button
      type="button"
      className={styles.standIn}
      data-node={card}
      tabIndex={isStop ? 0 : -1}
      aria-label={t('node', { kind: t(kind), label, count: links })}
      aria-current={isSelected || undefined}
      // Not by a transform: the browser would make a layer's worth of each.
      style={{ width, height, left, top }}
    />
  )
})
