import type { LayoutAnswer, LayoutRequest } from './layout.worker.ts'
import type { Arrangement, Point } from './shapes.ts'

let worker: Worker | null = null
let lastId = 0
const waiting = new Map<
  number,
  { done: (places: ReadonlyMap<string, Point>) => void; failed: (why: Error) => void }
>()

/** `arrange`, on a thread of its own: the window goes on meanwhile. Throws an `Error` where the thread fails. */
export function arrangeAside(arrangement: Arrangement): Promise<ReadonlyMap<string, Point>> {
  worker ??= start()
  lastId += 1
  const request: LayoutRequest = { id: lastId, arrangement }
  return new Promise((done, failed) => {
    waiting.set(request.id, { done, failed })
    worker?.postMessage(request)
  })
}

function start(): Worker {
  const started = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
    waiting.get(data.id)?.done(data.places)
    waiting.delete(data.id)
  })
  started.addEventListener('error', ({ message }) => {
    worker = null
    for (const { failed } of waiting.values()) failed(new Error(message))
    waiting.clear()
  })
  return started
}
