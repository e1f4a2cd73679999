import type { HistoryState, NotebookInfo, ObjectKind } from '../model.ts'

/** What the engine tells every client without being asked. */
export interface EngineEvents {
  /** Rows changed: by a call, an undo or a redo. A list of ids is empty when too many changed to name. */
  changed: { kinds: ChangedKind[]; ids: string[]; history: HistoryState }
  /** Another notebook stands open now, or its name changed. */
  notebook: { info: NotebookInfo }
  job: JobProgress
}

export type ChangedKind = ObjectKind | 'link' | 'tag' | 'flag' | 'relation' | 'origin' | 'collection'

export interface JobProgress {
  jobId: string
  kind: 'import' | 'export' | 'sample'
  state: 'running' | 'done' | 'cancelled' | 'failed'
  done: number
  total: number
  /** The file or object in hand, to be shown. */
  current: string
}

export type EngineEventName = keyof EngineEvents
