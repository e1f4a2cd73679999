import type { TextMap } from './TextMap.ts'

/** No longer than this, in ms, does filling wait for the window to have nothing else to do. */
const patienceMs = 40
/** And it goes on for so long, in ms, however busy the window is: a busy machine may never be idle. */
const sliceMs = 16

/**
 * Gives the sections of a text their words one after the other while the window has nothing else to do. What concerns the whole
 * text by the browser's own means, such as selecting all of it, begins with a modifier key: then all of them get theirs
 * at once. Returns how to stop.
 */
export function fillInTime(map: TextMap): () => void {
  const left = map.sections.map(({ index }) => index).values()
  let idle = 0
  const some = (deadline: IdleDeadline): void => {
    const until = performance.now() + sliceMs
    do {
      const { value, done } = left.next()
      if (done) {
        stop()
        return
      }
      map.fill(value)
    } while (deadline.timeRemaining() > 4 || performance.now() < until)
    idle = requestIdleCallback(some, { timeout: patienceMs })
  }
  const all = ({ ctrlKey, metaKey }: KeyboardEvent): void => {
    if (!ctrlKey && !metaKey) return
    for (const index of left) map.fill(index)
    stop()
  }
  const stop = (): void => {
    cancelIdleCallback(idle)
    window.removeEventListener('keydown', all, true)
  }
  window.addEventListener('keydown', all, true)
  idle = requestIdleCallback(some, { timeout: patienceMs })
  return stop
}
