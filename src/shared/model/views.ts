import type { ObjectKind, ObjectRef } from './basics.ts'
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
}
export interface GraphEdge {
  id: string
  from: ObjectRef
  to: ObjectRef
  relationId: string
  links: number
}
/** Claims, sources and notes; a passage stands for its source, so parallel links are one edge with a count. */
export interface Graph {
  nodes: GraphNode[]
  edges: GraphEdge[]
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

export interface TimelineEntry {
  lane: 'published' | 'event' | 'captured'
  /** One to three numbers: year, month, day. */
  date: number[]
  source: { id: string; title: string }
}

export interface CheckReport {
  ok: boolean
  problems: { kind: string; message: string }[]
}
