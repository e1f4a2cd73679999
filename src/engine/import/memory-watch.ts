/** How often the process's memory is looked at while files are read. */
const everyMs = 200

export interface MemoryWatch {
  /** A task begins. Its signal aborts when it is to be given up for its memory; `end` it in any case. */
  begin(): { signal: AbortSignal; end(): void }
}

/**
 * Watches what a process takes while tasks run in its threads. When it took `mostMb` more than before they began, the
 * tasks that run are given up, together: which of them it was shows when each file is read alone.
 */
export function watchMemory(mostMb: number): MemoryWatch {
  const running = new Set<AbortController>()
  let before = 0
  let timer: NodeJS.Timeout | null = null
  const look = () => {
    const taken = (process.memoryUsage.rss() - before) / 2 ** 20
    if (taken > mostMb) for (const controller of running) controller.abort()
  }
  return {
    begin() {
      const controller = new AbortController()
      if (running.size === 0) before = process.memoryUsage.rss()
      running.add(controller)
      timer ??= setInterval(look, everyMs).unref()
      return {
        signal: controller.signal,
        end() {
          running.delete(controller)
          if (running.size > 0 || timer === null) return
          clearInterval(timer)
          timer = null
        },
      }
    },
  }
}
