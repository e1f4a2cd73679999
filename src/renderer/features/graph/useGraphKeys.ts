import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { relationLabel } from '#renderer/objects/relations.ts'
import { zoomed } from './camera.ts'
import type { Scene } from './draw/scene.ts'
import { type Direction, neighbour } from './geometry.ts'
import type { Point } from './layout/shapes.ts'
import { setOptions, useGraphOptions } from './options.ts'
import type { Stage } from './stage.ts'
import { nextStep, type Step } from './walk.ts'

const arrows: Record<Direction, Point> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
}
/** How far Shift and an arrow move a card, in pixels of the drawing. */
const stride = 24

/** What the keys of the cards need to know and can do. */
interface Ground {
  scene: Scene
  stage: Stage | null
  current: string | null
  focusOn(key: string): void
  open(key: string): void
  showEdge(id: string): void
  showInMiddle(key: string): void
  move(key: string, place: Point): void
}

/**
 * Arrows go to the nearest card that way, with Shift they move the card. Full stop and comma go from one link of a card to
 * the next, coming back for each; Space takes the card one is on as the middle of that walk. Backspace goes back to the middle.
 */
export function useGraphKeys(ground: Ground) {
  const { t } = useTranslation('graph')
  const { scene, stage, current, focusOn } = ground
  const [walk, setWalk] = useState<{ centre: string; step: Step | null } | null>(null)
  const [said, setSaid] = useState('')
  // Whoever went elsewhere by other ways begins anew from there.
  const isOnWalk = walk !== null && (current === walk.centre || current === walk.step?.to)
  const walked = isOnWalk ? (walk.step ?? null) : null

  const walkLinks = (key: string, way: 1 | -1): void => {
    const centre = isOnWalk ? walk.centre : key
    const step = nextStep(scene, centre, isOnWalk ? (walk.step?.edge.id ?? null) : null, way)
    if (!step) {
      setSaid(t('noLinks'))
      return
    }
    setWalk({ centre, step })
    setSaid(sayStep(step))
    focusOn(step.to)
  }
  const sayStep = ({ edge, incoming, to, place, of }: Step): string => {
    const relation = relationLabel(edge.relation, incoming)
    const name = scene.byKey.get(to)?.label ?? ''
    const links = t('linksOfEdge', { count: edge.linkIds.length })
    return t('walked', { relation, name, links, place, of })
  }
  const centreOn = (key: string): void => {
    setWalk({ centre: key, step: null })
    setOptions({ centre: key })
    ground.showInMiddle(key)
    setSaid(t('centred', { name: scene.byKey.get(key)?.label ?? '' }))
  }
  const back = (): void => {
    const centre = isOnWalk ? walk.centre : useGraphOptions.getState().centre
    if (centre !== null && scene.byKey.has(centre)) focusOn(centre)
  }
  const press = (event: KeyboardEvent, key: string): boolean => {
    if (isArrow(event.key)) {
      if (event.shiftKey) moveBy(ground, key, arrows[event.key])
      else {
        const next = neighbour(scene.cards, key, event.key)
        if (next) focusOn(next.key)
        setSaid('')
      }
    } else if (event.key === 'Enter' && event.shiftKey) {
      if (walked) ground.showEdge(walked.edge.id)
    } else if (event.key === 'Enter') ground.open(key)
    else if (event.key === ' ') centreOn(key)
    else if (event.key === '.' || event.key === ',') walkLinks(key, event.key === '.' ? 1 : -1)
    else if (event.key === 'Backspace') back()
    else if (event.key === '+' || event.key === '-') zoomBy(stage, event.key === '+' ? 1.3 : 1 / 1.3)
    else if (event.key === '0') stage?.look(null)
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || current === null) return
    if (press(event, current)) event.preventDefault()
  }
  return { onKeyDown, walked, said }
}

function isArrow(key: string): key is Direction {
  return key in arrows
}

function moveBy({ scene, move }: Ground, key: string, way: Point): void {
  const card = scene.byKey.get(key)
  if (card) move(key, { x: card.x + way.x * stride, y: card.y + way.y * stride })
}

function zoomBy(stage: Stage | null, factor: number): void {
  if (!stage) return
  const { width, height } = stage.size
  stage.look(zoomed(stage.view, factor, { x: width / 2, y: height / 2 }))
}
