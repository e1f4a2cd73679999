import type { HistoryState, NotebookInfo, ObjectKind } from '../model.ts'

/** What the engine tells every client without being asked. */
export interface EngineEvents {
  /** Rows changed: by a call, an undo or a redo. A list of ids is empty when too many changed to name. */
  changed: {
    kinds: ChangedKind[]
    ids: string[]
    /** The sources whose summary may differ now, those that are gone included; null where it may be any. */
    sources: string[] | null
    /** The annotations that may look different now, those that are gone included; null where it may be any. */
    annotations: string[] | null
    history: HistoryState
  }
  /** Another notebook stands open now, or its name changed. */
  notebook: { info: NotebookInfo }
  job: JobProgress
  index: IndexProgress
}

/** The index is made anew after an update; search answers meanwhile from what is there. */
export interface IndexProgress {
  state: 'renewing' | 'ready'
  /** Texts behind, and how many there are. */
  done: number
  total: number
}

export type ChangedKind =
  | ObjectKind
  | 'link'
  | 'tag'
  | 'flag'
  | 'relation'
  | 'origin'
  | 'collection'
  | 'search'
  | 'mute'

export interface JobProgress {
  jobId: string
  kind: 'import' | 'export' | 'sample'
  state: 'running' | 'done' | 'cancelled' | 'failed'
  done: number
  total: number
  /** The file or object in hand, to be shown. */
  current: string
  /** Of an import: how many bytes are behind and how many there are. */
  bytes?: number
  bytesTotal?: number
  /** How long it will take at the speed so far; missing while nobody can tell. */
  secondsLeft?: number
  /** What an import is at: reading files, or comparing what it read with what is here. */
  stage?: 'reading' | 'comparing'
}

export type EngineEventName = keyof EngineEvents
