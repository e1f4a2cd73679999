/** Where one has been, where one is, and where one came back from. */
export interface Trail<Place> {
  past: readonly Place[]
  here: Place
  future: readonly Place[]
}

const longest = 200

/** A trail that starts at `here`. */
export function startTrail<Place>(here: Place): Trail<Place> {
  return { past: [], here, future: [] }
}

/** Goes to `place`. Going where one stands already changes nothing but the place's own details. */
export function visit<Place>(
  trail: Trail<Place>,
  place: Place,
  isSame: (a: Place, b: Place) => boolean,
): Trail<Place> {
  if (isSame(trail.here, place)) return { ...trail, here: place }
  return { past: [...trail.past, trail.here].slice(-longest), here: place, future: [] }
}

/** One step back, or the same trail at its start. */
export function stepBack<Place>(trail: Trail<Place>): Trail<Place> {
  const before = trail.past.at(-1)
  if (before === undefined) return trail
  return { past: trail.past.slice(0, -1), here: before, future: [trail.here, ...trail.future] }
}

/** One step forward, or the same trail at its end. */
export function stepForward<Place>(trail: Trail<Place>): Trail<Place> {
  const [next, ...rest] = trail.future
  if (next === undefined) return trail
  return { past: [...trail.past, trail.here], here: next, future: rest }
}

/** The trail without places that cannot be gone to any more. Where one is stays. */
export function pruned<Place>(trail: Trail<Place>, stands: (place: Place) => boolean): Trail<Place> {
  return { past: trail.past.filter(stands), here: trail.here, future: trail.future.filter(stands) }
}
