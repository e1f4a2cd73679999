import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { openObject } from '#renderer/objects/openObject.ts'
import { classes } from '#renderer/ui/index.ts'
import type { ObjectKind } from '#shared/model.ts'
import styles from './GraphView.module.css'
import type { DrawnNode } from './model.ts'

/** The outline that tells kinds apart: a claim is round, a source a page with a folded corner, a note a hexagon. */
export function CardShape({ kind, width, height }: { kind: ObjectKind; width: number; height: number }) {
  const x = width / 2
  const y = height / 2
  const cut = height / 4
  if (kind === 'claim') return <rect x={-x} y={-y} width={width} height={height} rx={y} />
  if (kind === 'note') {
    return (
      <polygon points={`${-x},0 ${cut - x},${-y} ${x - cut},${-y} ${x},0 ${x - cut},${y} ${cut - x},${y}`} />
    )
  }
  return (
    <>
      <polygon points={`${-x},${-y} ${x - cut},${-y} ${x},${cut - y} ${x},${y} ${-x},${y}`} />
      <polyline points={`${x - cut},${-y} ${x - cut},${cut - y} ${x},${cut - y}`} />
    </>
  )
}

/** One object as a card. Enter, Space or a click opens it. */
export function NodeCard(props: {
  node: DrawnNode
  isStop: boolean
  isFaded: boolean
  isSelected: boolean
  onFocus: () => void
  onHover: (isOver: boolean) => void
  onKeyDown: (event: KeyboardEvent) => void
}) {
  const { t } = useTranslation('graph')
  const { node } = props
  const open = (): void => void openObject({ kind: node.kind, id: node.id })
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button.
    <g
      role="button"
      tabIndex={props.isStop ? 0 : -1}
      data-node={node.key}
      aria-label={t('node', { kind: t(node.kind), label: node.label, count: node.linked.size })}
      className={classes(
        styles.node,
        styles[node.kind],
        props.isFaded && styles.faded,
        props.isSelected && styles.selected,
      )}
      transform={`translate(${node.x} ${node.y})`}
      onFocus={props.onFocus}
      onPointerEnter={() => props.onHover(true)}
      onPointerLeave={() => props.onHover(false)}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return props.onKeyDown(event)
        event.preventDefault()
        open()
      }}
    >
      <title>{node.label}</title>
      <CardShape kind={node.kind} width={node.width} height={node.height} />
      {node.lines.map((line, i) => (
        <text
          aria-hidden
          key={line}
          y={(i - (node.lines.length - 1) / 2) * 16}
          dy="0.35em"
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  )
}
