import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long one stretch of work holds the engine's thread. */
const sliceMs = 10

/** A function to be awaited between pieces of work: it lets other calls in whenever a slice of time is over. */
export function breather(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < sliceMs) return
    await nextTurn()
    began = performance.now()
  }
}

/** What `make` makes of each item, in their order, with other calls let in between. */
export async function mapInTurns<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Made,
): Promise<Made[]> {
  const breathe = breather()
  const made: Made[] = []
  for (const item of items) {
    made.push(make(item))
    await breathe()
  }
  return made
}
