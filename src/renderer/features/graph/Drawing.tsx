import { LocateFixed, Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openObject } from '#renderer/objects/openObject.ts'
import { useWindow } from '#renderer/state/window.ts'
import { IconButton } from '#renderer/ui/index.ts'
import type { GraphLayout } from '#shared/model.ts'
import { Caption } from './Caption.tsx'
import { centred, revealing, zoomed } from './camera.ts'
import { keyOf } from './cards.ts'
import type { DrawnCard, Scene } from './draw/scene.ts'
import { EdgePopover } from './EdgePopover.tsx'
import styles from './GraphView.module.css'
import { listen } from './gestures.ts'
import type { Point } from './layout/shapes.ts'
import { useGraphOptions } from './options.ts'
import { StandIns } from './StandIns.tsx'
import { useGraphKeys } from './useGraphKeys.ts'
import { keepPlaces } from './usePlaces.ts'
import { useStage } from './useStage.ts'
import { useStandIns } from './useStandIns.ts'

/** Words can be read from this scale on. */
const readable = 0.6

/** The drawing: drag to move, wheel to zoom. It is one stop of the Tab key; keys walk from card to card. */
export function Drawing({
  scene,
  layout,
  found,
}: {
  scene: Scene
  layout: GraphLayout
  found: { key: string } | null
}) {
  const { t } = useTranslation('graph')
  const box = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const stage = useStage(canvas, layer, scene)
  const centre = useGraphOptions((state) => state.centre)
  const selected = useSelectedCard(scene)
  const [stop, setStop] = useState<string | null>(null)
  const [focus, setFocus] = useState<{ key: string; isVisible: boolean } | null>(null)
  const [hovered, setHovered] = useState<{ key: string | null; edge: string | null }>({
    key: null,
    edge: null,
  })
  const [edge, setEdge] = useState<{ id: string; at: Point } | null>(null)
  const current = [focus?.key, selected, stop, scene.cards[0]?.key].find(
    (key) => typeof key === 'string' && scene.byKey.has(key),
  )
  const currentKey = current ?? null

  const { standing, focusOn, focused } = useStandIns(stage, scene, layer, currentKey, setStop)
  const cardIn = (key: string | null): DrawnCard | undefined =>
    key === null ? undefined : scene.byKey.get(key)
  const open = (key: string): void => {
    const object = cardIn(key)?.members[0]
    if (object) void openObject(object)
  }
  const reveal = (key: string): void => {
    const card = cardIn(key)
    if (card && stage) stage.look(revealing(stage.view, stage.size, card))
  }
  const showInMiddle = (key: string): void => {
    const card = cardIn(key)
    if (card && stage) stage.look(centred(stage.view, stage.size, card, readable))
  }
  const showEdge = (id: string): void => {
    const shape = scene.edges.find((one) => one.id === id)?.shape
    if (!shape || !stage) return
    const { x, y, scale } = stage.view
    setEdge({ id, at: { x: shape.middle.x * scale + x, y: shape.middle.y * scale + y } })
  }
  const move = (key: string, place: Point): void => {
    const card = cardIn(key)
    if (card) keepPlaces(layout, [{ kind: card.kind, id: card.id, ...place }])
  }
  const keys = useGraphKeys({
    scene,
    stage,
    current: currentKey,
    focusOn,
    open,
    showEdge,
    showInMiddle,
    move,
  })

  const latest = useRef({ open, move, focusOn, setHovered, setEdge })
  useEffect(() => {
    latest.current = { open, move, focusOn, setHovered, setEdge }
  })
  useEffect(() => {
    if (!box.current || !stage) return
    return listen(box.current, stage, {
      choose: (key) => latest.current.focusOn(key),
      open: (key) => latest.current.open(key),
      moved: (key, place) => latest.current.move(key, place),
      hover: (key, over) => latest.current.setHovered({ key, edge: over }),
      showEdge: (id, at) => latest.current.setEdge({ id, at }),
    })
  }, [stage])
  useEffect(() => {
    stage?.mark({
      lit: hovered.key ?? focus?.key ?? null,
      selected,
      focused: focus?.isVisible ? focus.key : null,
      centre,
      edge: edge?.id ?? hovered.edge ?? keys.walked?.edge.id ?? null,
    })
  }, [stage, hovered, focus, selected, centre, edge, keys.walked])
  useEffect(() => {
    if (found === null || !stage) return
    const card = stage.scene.byKey.get(found.key)
    if (!card) return
    stage.look(centred(stage.view, stage.size, card, readable))
    latest.current.focusOn(found.key)
  }, [found, stage])

  const captioned = hovered.key ?? (hovered.edge === null ? (focus?.key ?? selected) : null)
  return (
    <section ref={box} className={styles.canvas} aria-label={t('label')}>
      <canvas ref={canvas} className={styles.drawing} aria-hidden />
      {/* biome-ignore lint/a11y/useSemanticElements: no field set, but cards that are walked by keys. */}
      <div
        ref={layer}
        className={styles.layer}
        data-takes-keys
        role="group"
        aria-label={t('cards')}
        aria-describedby="graph-keys"
        onKeyDown={keys.onKeyDown}
        onFocus={({ target }) => {
          const key = target.dataset.node
          const card = key === undefined ? undefined : scene.byKey.get(key)
          if (!card) return
          focused.current = target
          const isVisible = target.matches(':focus-visible')
          setStop(card.key)
          setFocus({ key: card.key, isVisible })
          const [object] = card.members
          if (object && selected !== card.key) useWindow.getState().select(object)
          if (isVisible) reveal(card.key)
        }}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget !== null) focused.current = null
          setFocus(null)
        }}
      >
        <StandIns scene={scene} keys={standing} stop={currentKey} selected={selected} />
      </div>
      <p className={styles.spoken} role="status">
        {keys.said}
      </p>
      <Caption
        scene={scene}
        card={cardIn(captioned) ?? null}
        edge={captioned === null ? hovered.edge : keys.walked?.to === captioned ? keys.walked.edge.id : null}
        withKeys={focus?.isVisible ?? false}
        onOpen={open}
      />
      <div className={styles.zoom} data-over-drawing>
        <IconButton
          icon={ZoomIn}
          label={t('zoomIn')}
          onPress={() => stage?.look(zoomed(stage.view, 1.3, middleOf(stage.size)))}
        />
        <IconButton
          icon={ZoomOut}
          label={t('zoomOut')}
          onPress={() => stage?.look(zoomed(stage.view, 1 / 1.3, middleOf(stage.size)))}
        />
        <IconButton icon={Maximize2} label={t('fit')} onPress={() => stage?.look(null)} />
        <IconButton
          icon={LocateFixed}
          label={t('showSelected')}
          isDisabled={selected === null}
          onPress={() => selected !== null && showInMiddle(selected)}
        />
      </div>
      <EdgePopover
        scene={scene}
        edge={scene.edges.find(({ id }) => id === edge?.id) ?? null}
        at={edge?.at ?? null}
        onClose={() => setEdge(null)}
      />
    </section>
  )
}

function middleOf({ width, height }: { width: number; height: number }): Point {
  return { x: width / 2, y: height / 2 }
}

/** The card that stands for what the whole window has selected. */
function useSelectedCard(scene: Scene): string | null {
  const selection = useWindow((state) => state.selection)
  return useMemo(() => {
    if (!selection) return null
    const own = keyOf(selection)
    if (scene.byKey.has(own)) return own
    return scene.cards.find(({ members }) => members.some((member) => keyOf(member) === own))?.key ?? null
  }, [scene, selection])
}
