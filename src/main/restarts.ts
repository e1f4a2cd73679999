/** Two deaths nearer together than this mean that starting again does not help. */
export const patienceMs = 60_000

/** Whether to start the engine again by itself, given when it died before (the last one is now), in milliseconds. */
export function mayRestart(deaths: readonly number[]): boolean {
  const last = deaths.at(-1)
  const before = deaths.at(-2)
  return last === undefined || before === undefined || last - before > patienceMs
}
