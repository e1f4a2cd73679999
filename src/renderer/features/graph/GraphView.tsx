import { Workflow } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { useRelations } from '#renderer/objects/relations.ts'
import { download } from '#renderer/ui/download.ts'
import { EmptyState } from '#renderer/ui/index.ts'
import type { Graph } from '#shared/model.ts'
import { Canvas } from './Canvas.tsx'
import { GraphBar } from './GraphBar.tsx'
import styles from './GraphView.module.css'
import { drawGraph } from './model.ts'
import { svgFile } from './svgFile.ts'

/** Claims, sources and notes with the links between them. */
export function GraphView() {
  const { t } = useTranslation('graph')
  const graph = useCall('views.graph', {})
  if (!graph.data) return null
  if (graph.data.edges.length === 0) {
    return <EmptyState icon={Workflow} title={t('emptyTitle')} text={t('emptyText')} />
  }
  return <LoadedGraph graph={graph.data} />
}

function LoadedGraph({ graph }: { graph: Graph }) {
  const { t } = useTranslation('graph')
  const { all, byId } = useRelations()
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [withUnlinked, setWithUnlinked] = useState(false)
  const drawing = useRef<SVGSVGElement>(null)
  const drawn = useMemo(
    () => drawGraph(graph, byId, hidden, withUnlinked),
    [graph, byId, hidden, withUnlinked],
  )
  const used = useMemo(() => {
    const ids = new Set(graph.edges.map((edge) => edge.relationId))
    return all.filter((relation) => ids.has(relation.id))
  }, [graph, all])
  const toggle = (id: string): void => {
    const next = new Set(hidden)
    if (!next.delete(id)) next.add(id)
    setHidden(next)
  }
  const save = (): void => {
    if (drawing.current) download('graph.svg', 'image/svg+xml', svgFile(drawing.current, drawn.nodes))
  }
  return (
    <div className={styles.view}>
      <GraphBar
        relations={used}
        hidden={hidden}
        onToggle={toggle}
        unlinked={drawn.unlinked}
        withUnlinked={withUnlinked}
        onWithUnlinked={setWithUnlinked}
        onSave={save}
      />
      {drawn.left > 0 && <p className={styles.notice}>{t('left', { count: drawn.left })}</p>}
      <Canvas drawn={drawn} drawing={drawing} />
    </div>
  )
}
