import type { WireError } from './errors.ts'
import type { NotebookInfo } from './model.ts'

/** What a path may be used for. A handle given for one purpose is refused for another. */
export type GrantPurpose = 'import' | 'notebook' | 'export'

/** Messages of the process that started the engine. `client` comes with one transferred port. */
export type HostMessage =
  | { type: 'start'; notebookPath: string; sampleFolder: string }
  | { type: 'client' }
  | { type: 'grant'; handle: string; path: string; purpose: GrantPurpose }
  | { type: 'stop' }

/** The engine's answers to it. */
export type EngineMessage =
  | { type: 'ready'; info: NotebookInfo }
  | { type: 'failed'; error: WireError }
  | { type: 'notebook'; info: NotebookInfo; path: string }
  /** The grant of that handle is known: from now on a client may name it. */
  | { type: 'granted'; handle: string }
  | { type: 'stopped' }
