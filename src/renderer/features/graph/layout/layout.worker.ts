import { arrange } from './arrange.ts'
import type { Arrangement, Point } from './shapes.ts'

/** What the window asks of its thread for layouts, and what comes back, told apart by a number. */
export interface LayoutRequest {
  id: number
  arrangement: Arrangement
}
export interface LayoutAnswer {
  id: number
  places: ReadonlyMap<string, Point>
}

self.addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  const answer: LayoutAnswer = { id: data.id, places: arrange(data.arrangement) }
  self.postMessage(answer)
})
