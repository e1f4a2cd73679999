import type { RefObject } from 'react'
import type { Layouts } from './layout.ts'
import type { LaneMarks } from './marks.ts'
import type { DaySpan } from './scale.ts'
import type { TimelineData } from './useTimeline.ts'
import type { ViewStore } from './useViewStore.ts'

/** What the bar above the lanes, and what it saves and prints, are given. */
export interface TimelineBarProps {
  data: TimelineData
  marks: LaneMarks
  layouts: RefObject<Layouts>
  store: ViewStore
  domain: DaySpan
  origin: number
}
