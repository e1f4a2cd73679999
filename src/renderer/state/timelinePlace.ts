import { create } from 'zustand'
import type { TimelineLane } from '#shared/model.ts'

/** What of the timeline stays as it was while one is elsewhere: the claim, what is folded, and the time in sight. */
interface TimelinePlace {
  claimId: string | null
  /** Sources that do not bear on the claim are hidden rather than faded. */
  only: boolean
  folded: readonly TimelineLane[]
  /** Counts of marks that are of one date, which are unfolded. */
  unfolded: ReadonlySet<string>
  /** Written when the timeline goes, which is after another notebook has come: it says of which one it speaks. */
  seen: { notebook: string; start: number; daysPerPixel: number } | null
  /** Whether the list of undated sources is unfolded; null leaves it to how many they are. */
  undatedOpen: boolean | null
}

const atFirst: TimelinePlace = {
  claimId: null,
  only: false,
  folded: [],
  unfolded: new Set(),
  seen: null,
  undatedOpen: null,
}

export const useTimelinePlace = create<TimelinePlace>(() => atFirst)

export function toggleLane(lane: TimelineLane): void {
  useTimelinePlace.setState(({ folded }) => ({
    folded: folded.includes(lane) ? folded.filter((other) => other !== lane) : [...folded, lane],
  }))
}

export function toggleCount(key: string): void {
  useTimelinePlace.setState(({ unfolded }) => {
    const next = new Set(unfolded)
    if (!next.delete(key)) next.add(key)
    return { unfolded: next }
  })
}

/** Leaves what belongs to one notebook. */
export function forgetTimeline(): void {
  useTimelinePlace.setState(atFirst)
}
