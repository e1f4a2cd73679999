import type { WireError } from './errors.ts'
import type { NotebookInfo } from './model.ts'

/** What a path may be used for. A handle given for one purpose is refused for another. */
export type GrantPurpose = 'import' | 'notebook' | 'export'

/** A path that clients may name by a handle. */
export interface PathGrant {
  path: string
  purpose: GrantPurpose
  /** The person was asked whether what stands at the path may be replaced, and said yes. */
  mayReplace?: boolean
}

/** Messages of the process that started the engine. `client` comes with one transferred port. */
export type HostMessage =
  | { type: 'start'; notebookPath: string; sampleFolder: string }
  | { type: 'client' }
  | ({ type: 'grant'; handle: string } & PathGrant)
  | { type: 'stop' }

/** The engine's answers to it. */
export type EngineMessage =
  | { type: 'ready'; info: NotebookInfo }
  | { type: 'failed'; error: WireError }
  | { type: 'notebook'; info: NotebookInfo; path: string }
  /** The grant of that handle is known: from now on a client may name it. */
  | { type: 'granted'; handle: string }
  | { type: 'stopped' }
