import { relationStyle } from '#renderer/objects/RelationMark.tsx'
import { classes } from '#renderer/ui/index.ts'
import type { Relation } from '#shared/model.ts'
import styles from './GraphView.module.css'
import type { DrawnEdge } from './model.ts'

const dashes: Record<Relation['lineStyle'], string | undefined> = {
  solid: undefined,
  dashed: '7 5',
  dotted: '2 4',
}

/** A link: a line in its relation's colour and style, with its sign, and the count where it stands for several. */
export function EdgeLine({ edge, isFaded }: { edge: DrawnEdge; isFaded: boolean }) {
  const { relation, middle, links } = edge
  const label = links > 1 ? `${relation.sign} ${links}` : relation.sign
  const half = links > 1 ? 16 : 9
  return (
    <g className={classes(styles.edge, isFaded && styles.faded)} style={relationStyle(relation)}>
      <path d={edge.path} strokeDasharray={dashes[relation.lineStyle]} />
      {!relation.symmetric && <polygon points={edge.arrow} />}
      <g transform={`translate(${middle.x} ${middle.y})`}>
        <title>{relation.name}</title>
        <rect x={-half} y={-9} width={half * 2} height={18} rx={9} />
        <text dy="0.35em" textAnchor="middle">
          {label}
        </text>
      </g>
    </g>
  )
}
