import { Workflow } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { messageOf, useCall } from '#renderer/engine/queries.ts'
import { useRelations } from '#renderer/objects/relations.ts'
import { forgetClaimFilter } from '#renderer/state/claimFilters.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, EmptyState, Spinner, toast } from '#renderer/ui/index.ts'
import type { Graph } from '#shared/model.ts'
import { type Cards, keyOf } from './cards.ts'
import { Drawing } from './Drawing.tsx'
import { FindCard } from './FindCard.tsx'
import { GraphBar, Legend } from './GraphBar.tsx'
import { GraphExport } from './GraphExport.tsx'
import styles from './GraphView.module.css'
import { setOptionsAndFit, showAll, useGraphOptions, useRememberedOptions } from './options.ts'
import type { Depth, Shown } from './shown.ts'
import { useCards, useScene, useShown } from './useGraph.ts'
import { arrangeAnew, usePlaces } from './usePlaces.ts'

/** Claims, sources and notes with the links between them. */
export function GraphView() {
  const { t } = useTranslation('graph')
  const graph = useCall('views.graph', {})
  const isKnown = useRememberedOptions()
  if (!graph.data || !isKnown) return null
  if (graph.data.edges.length === 0) {
    return <EmptyState icon={Workflow} title={t('emptyTitle')} text={t('emptyText')} />
  }
  return <LoadedGraph graph={graph.data} />
}

function LoadedGraph({ graph }: { graph: Graph }) {
  const { t } = useTranslation('graph')
  const { all } = useRelations()
  const layout = useGraphOptions((state) => state.layout)
  const cards = useCards(graph)
  const shown = useShown(cards)
  const places = usePlaces(cards, layout)
  const scene = useScene(cards, shown, places, layout)
  const [found, setFound] = useState<{ key: string } | null>(null)
  const relations = useMemo(() => {
    const used = new Set(graph.edges.map((edge) => edge.relationId))
    return all.filter((relation) => used.has(relation.id))
  }, [graph, all])
  const tags = useMemo(
    () => [...new Set(cards.cards.flatMap((card) => card.tags))].sort((a, b) => a.localeCompare(b)),
    [cards],
  )
  useArranging(cards, shown)
  return (
    <div className={styles.view}>
      <GraphBar
        tags={tags}
        onDepth={(depth) => setDepth(depth, shown)}
        find={<FindCard cards={shown.cards} onFind={(key) => setFound({ key })} />}
        export={<GraphExport scene={scene} />}
      />
      <Legend relations={relations} unlinked={shown.unlinked} hasOrigins={hasOrigins(graph)} />
      <AroundNotice cards={cards} />
      {shown.cards.length === 0 && (
        <EmptyState
          icon={Workflow}
          title={t('noneMatch')}
          action={<Button onPress={showEverything}>{t('showAll')}</Button>}
        />
      )}
      {shown.cards.length > 0 && scene === null && (
        <p className={styles.waiting}>
          <Spinner label={t('arranging')} /> {t('arranging')}
        </p>
      )}
      {shown.cards.length > 0 && scene !== null && <Drawing scene={scene} layout={layout} found={found} />}
    </div>
  )
}

/** From which card the distance is counted, where it is. */
function AroundNotice({ cards }: { cards: Cards }) {
  const { t } = useTranslation('graph')
  const depth = useGraphOptions((state) => state.depth)
  const centre = useGraphOptions((state) => state.centre)
  const card = cards.byKey.get(centre ?? '')
  if (depth === 0 || !card) return null
  return <p className={styles.notice}>{t('around', { count: depth, name: card.label })}</p>
}

/** Whether several of the sources are one voice. */
function hasOrigins({ nodes }: Graph): boolean {
  const origins = nodes.flatMap(({ originId }) => originId ?? [])
  return new Set(origins).size < origins.length
}

/** Counts from what is selected, or else from where one counted before, or from what has most links. */
function setDepth(depth: Depth, { cards, linked }: Shown): void {
  const { selection } = useWindow.getState()
  const selected = cards.find(({ members }) =>
    members.some((member) => selection !== null && keyOf(member) === keyOf(selection)),
  )
  const before = useGraphOptions.getState().centre
  const links = (key: string): number => linked.get(key)?.size ?? 0
  const best = cards.reduce<string | null>(
    (most, { key }) => (most === null || links(key) > links(most) ? key : most),
    null,
  )
  const centre = selected?.key ?? (cards.some(({ key }) => key === before) ? before : best)
  setOptionsAndFit({ depth, centre: depth === 0 ? null : centre })
}

function showEverything(): void {
  forgetClaimFilter()
  showAll()
}

/** Binds the command that gives what is shown new places, and offers the old ones back. */
function useArranging(cards: Cards, shown: Shown): void {
  const { t } = useTranslation('graph')
  const arrange = async (): Promise<void> => {
    const { layout } = useGraphOptions.getState()
    try {
      const undo = await arrangeAnew(cards, shown.cards, layout)
      setOptionsAndFit({})
      toast(t('arranged'), { topic: 'graph', action: { label: t('undo'), run: undo } })
    } catch (thrown) {
      toast(messageOf(thrown), { tone: 'danger' })
    }
  }
  useCommand('graph.arrange', () => void arrange(), { enabled: shown.cards.length > 0 })
}
