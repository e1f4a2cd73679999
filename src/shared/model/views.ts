import type { CslDate, ObjectKind, ObjectRef } from './basics.ts'
import type { ClaimSummary } from './objects.ts'
import type { SourceSummary } from './sources.ts'

export const exportFormats = ['markdown', 'jsonld'] as const
export type ExportFormat = (typeof exportFormats)[number]
export interface ExportReport {
  path: string
  files: number
  bytes: number
}

export interface NotebookInfo {
  id: string
  name: string
  /** Where the file is, to be shown; the window never sends a path back. */
  location: string
  readOnly: boolean
  schemaVersion: number
  counts: { sources: number; annotations: number; claims: number; notes: number; links: number }
}

/** A step of the history, as the history view and the undo menu show it. `label` is a key of the catalogue. */
export interface HistoryStep {
  id: number
  label: string
  at: string
  state: 'done' | 'undone' | 'discarded'
  /** Who took it; null where nobody noted. */
  author: string | null
}

/** One state that an object was in, and the step that brought it there. */
export interface ObjectVersion {
  step: number
  label: string
  at: string
  author: string | null
  change: 'created' | 'changed' | 'deleted'
  /** What the step changed, in words that can be read; of an object's making and going everything it said. */
  fields: { field: string; before: string; after: string }[]
  /** Whether the object is in this state now. */
  current: boolean
}

/** What the history follows from state to state. */
export const historicKinds = [
  'source',
  'annotation',
  'claim',
  'note',
  'link',
  'relation',
  'tag',
  'collection',
] as const
export interface HistoricRef {
  kind: (typeof historicKinds)[number]
  id: string
}

/** An object that a step of the history touched. */
export interface TouchedObject extends HistoricRef {
  /** How it was called then: its title, statement, quote or name; of a link its relation. */
  name: string
  change: 'created' | 'changed' | 'deleted'
}
export interface HistoryState {
  undo: HistoryStep | null
  redo: HistoryStep | null
}

export interface MatrixCell {
  claimId: string
  sourceId: string
  relations: { relationId: string; annotationIds: string[]; links: number }[]
}
export interface Matrix {
  claims: ClaimSummary[]
  sources: SourceSummary[]
  cells: MatrixCell[]
}

export interface GraphNode extends ObjectRef {
  label: string
  /** Its own, and those of a source's passages. */
  tags: string[]
  /** The group of sources that it is one voice with; null for other kinds and where there are no others. */
  originId: string | null
  /** Of a source's publication: year, month and day as far as they are known, empty where nothing is. */
  date: number[]
}
export interface GraphEdge {
  id: string
  from: ObjectRef
  to: ObjectRef
  relationId: string
  /** The links that it stands for, oldest first. */
  linkIds: string[]
}
/** Claims, sources and notes; a passage stands for its source, so parallel links are one edge with a count. */
export interface Graph {
  nodes: GraphNode[]
  edges: GraphEdge[]
}

export const graphLayouts = ['force', 'columns', 'time'] as const
/** By what the graph puts its cards in their places: by what is linked, by kind, by day of publication. */
export type GraphLayout = (typeof graphLayouts)[number]
export const graphKinds = ['claim', 'source', 'note', 'origin'] as const
/** What a card of the graph stands for; an origin stands for its sources. */
export type GraphKind = (typeof graphKinds)[number]
/** The middle of a card, in pixels of the drawing. */
export interface GraphPlace {
  kind: GraphKind
  id: string
  x: number
  y: number
}

export const inboxRules = [
  'claim-one-origin',
  'claim-contested',
  'claim-without-evidence',
  'anchor-drifted',
  'annotation-unlinked',
  'source-without-annotations',
  'tag-orphaned',
] as const
export type InboxRule = (typeof inboxRules)[number]
export interface InboxItem {
  rule: InboxRule
  object: { kind: ObjectKind | 'tag'; id: string }
  label: string
  sourceId: string | null
  /** The numbers that the rule looked at, for a sentence that says why it asks. */
  why: Record<string, number>
  /** Somebody said why this need not be asked; null where it still is. */
  muted: { id: string; reason: string; at: string } | null
}

export const timelineLanes = ['published', 'event', 'captured'] as const
export type TimelineLane = (typeof timelineLanes)[number]

/** A source with the dates that it has a place in time by. */
export interface TimelineEntry {
  id: string
  title: string
  /** Where it appeared: its periodical or site, else its publisher; empty where neither is known. */
  publisher: string
  originId: string
  /** When it was published, when that happened which it tells of, and when it was captured: the day of its import if nothing else. */
  dates: Partial<Record<TimelineLane, CslDate>>
}
/** How one source, or passages in it, bears on one claim. */
export interface Bearing {
  claimId: string
  sourceId: string
  relationIds: string[]
}
export interface Timeline {
  entries: TimelineEntry[]
  bearings: Bearing[]
}

export interface CheckReport {
  ok: boolean
  problems: { kind: string; message: string }[]
}
