/** A rectangle in screen coordinates (density-independent pixels). */
export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

export const smallestWindow = { width: 900, height: 600 }
const usualWindow = { width: 1360, height: 860 }

/** How much of a remembered window must still be on some screen for its place to be used again. */
const visibleEnough = { width: 200, height: 100 }

/**
 * Where to put the window: where it was, if a screen still shows enough of it (a second one may have been unplugged),
 * else at its usual size in the middle of the first screen.
 */
export function placeWindow(remembered: Bounds | null, screens: readonly Bounds[]): Partial<Bounds> {
  if (remembered === null) return fitted(usualWindow, screens[0])
  const place = {
    ...remembered,
    width: Math.max(remembered.width, smallestWindow.width),
    height: Math.max(remembered.height, smallestWindow.height),
  }
  return screens.some((screen) => showsEnough(place, screen)) ? place : fitted(place, screens[0])
}

function fitted(size: { width: number; height: number }, screen: Bounds | undefined): Partial<Bounds> {
  if (screen === undefined) return { width: size.width, height: size.height }
  return {
    width: Math.max(Math.min(size.width, screen.width), smallestWindow.width),
    height: Math.max(Math.min(size.height, screen.height), smallestWindow.height),
  }
}

function showsEnough(window: Bounds, screen: Bounds): boolean {
  return (
    overlap(window.x, window.width, screen.x, screen.width) >= visibleEnough.width &&
    overlap(window.y, window.height, screen.y, screen.height) >= visibleEnough.height
  )
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)
}
