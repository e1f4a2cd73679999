import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWindow } from '#renderer/state/window.ts'
import { IconButton } from '#renderer/ui/index.ts'
import { EdgeLine } from './EdgeLine.tsx'
import styles from './GraphView.module.css'
import { type Direction, neighbour } from './geometry.ts'
import type { DrawnGraph, DrawnNode } from './model.ts'
import { NodeCard } from './NodeCard.tsx'
import { usePanZoom } from './usePanZoom.ts'

const arrows: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']

/** The drawing: drag to move, wheel to zoom. It is one stop of the Tab key; arrow keys walk from card to card. */
export function Canvas({ drawn, drawing }: { drawn: DrawnGraph; drawing: RefObject<SVGSVGElement | null> }) {
  const { t } = useTranslation('graph')
  const view = usePanZoom(drawing, drawn.nodes)
  const selection = useWindow((state) => state.selection)
  const select = useWindow((state) => state.select)
  const [stop, setStop] = useState<string | null>(null)
  const [hovered, setHovered] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const current = drawn.nodes.find((node) => node.key === stop) ?? drawn.nodes[0]
  const lit = drawn.nodes.find((node) => node.key === (hovered ?? focused))
  const onFocus = (node: DrawnNode): void => {
    setStop(node.key)
    setFocused(node.key)
    select({ kind: node.kind, id: node.id })
    view.reveal(node)
  }
  const walk = (event: KeyboardEvent): void => {
    if (!arrows.includes(event.key) || event.altKey || !current) return
    event.preventDefault()
    const next = neighbour(drawn.nodes, current.key, event.key as Direction)
    if (next) drawing.current?.querySelector<SVGGElement>(`[data-node="${next.key}"]`)?.focus()
  }
  return (
    <div className={styles.canvas}>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no field set. */}
      <svg
        ref={drawing}
        className={styles.drawing}
        role="group"
        aria-label={t('label')}
        data-panning={view.isPanning || undefined}
        onBlur={() => setFocused(null)}
        {...view.handlers}
      >
        <g transform={view.transform}>
          {drawn.edges.map((edge) => (
            <EdgeLine
              key={edge.id}
              edge={edge}
              isFaded={lit !== undefined && edge.from !== lit.key && edge.to !== lit.key}
            />
          ))}
          {drawn.nodes.map((node) => (
            <NodeCard
              key={node.key}
              node={node}
              isStop={node.key === current?.key}
              isFaded={lit !== undefined && node.key !== lit.key && !lit.linked.has(node.key)}
              isSelected={selection?.id === node.id}
              onFocus={() => onFocus(node)}
              onHover={(isOver) => setHovered(isOver ? node.key : null)}
              onKeyDown={walk}
            />
          ))}
        </g>
      </svg>
      <div className={styles.zoom}>
        <IconButton icon={ZoomIn} label={t('zoomIn')} onPress={() => view.zoom(1.3)} />
        <IconButton icon={ZoomOut} label={t('zoomOut')} onPress={() => view.zoom(1 / 1.3)} />
        <IconButton icon={Maximize2} label={t('fit')} onPress={view.fitAll} />
      </div>
    </div>
  )
}
