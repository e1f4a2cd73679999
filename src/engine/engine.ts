import { EventEmitter } from 'node:events'
import { resolve } from 'node:path'
import type { CallEngine } from '#shared/contract/contract.ts'
import type { EngineEventName, EngineEvents } from '#shared/contract/events.ts'
import type { PathGrant } from '#shared/control.ts'
import { CrossreadError, toWireError } from '#shared/errors.ts'
import { answer } from './api.ts'
import { Backups } from './backups.ts'
import { describeNotebook } from './describe.ts'
import { Grants } from './grants.ts'
import { ReaderPool } from './import/pool.ts'
import { Jobs } from './jobs.ts'
import type { EngineContext } from './notebook.ts'
import { indexTerms, tokenizerVersion } from './search/tokenizer.ts'
import { type Emit, Session } from './session.ts'
import { diskTrouble } from './store/disk-trouble.ts'
import { isSameFile } from './store/lock.ts'
import { openStore } from './store/store.ts'
import { turns } from './turns.ts'

export interface EngineOptions {
  notebookPath: string
  /** Where the sample notebook is put when it is asked for. */
  sampleFolder: string
  create?: boolean
  readOnly?: boolean
  /** Where backups of whatever notebook is open are kept. Without it, none are made. */
  backupFolder?: string
  /** Gets a line for everything that goes wrong; stacks are only seen here. */
  log?: (line: string) => void
}

/** The one owner of a notebook file. Everything that is done to the file is done by a `call`. */
export interface Engine {
  call: CallEngine
  on<Name extends EngineEventName>(name: Name, listener: (payload: EngineEvents[Name]) => void): () => void
  /** Lets clients name a path by a handle, for one purpose. */
  grant(options: PathGrant & { handle?: string }): string
  readonly notebookPath: string
  /** Resolves when what runs in the background after a change is done: the vocabulary knows every word. */
  settled(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a notebook and starts an engine on it. Throws `notebook_missing` (without `create`), `not_a_notebook`,
 * `notebook_newer`, `notebook_damaged` or `notebook_in_use`.
 */
export function openEngine(options: EngineOptions): Engine {
  const log = options.log ?? (() => {})
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  const emit: Emit = (name, payload) => {
    try {
      emitter.emit(name, payload)
    } catch (error) {
      // What a listener does wrong must not undo, or seem to undo, what has been stored.
      log(`a listener of “${name}” failed: ${String(error)}`)
    }
  }
  const jobs = new Jobs(emit)
  const grants = new Grants()
  const readers = new ReaderPool(log)
  let session = openSession(options.notebookPath, options, emit, log)

  const call = (async (name: string, input: unknown) => {
    const asked = session
    try {
      return await answer(context, name, input)
    } catch (error) {
      if (error instanceof CrossreadError) throw error
      if (!asked.store.db.open) {
        log(`${name} ended with its notebook: ${String(error)}`)
        throw new CrossreadError('cancelled', 'The notebook was closed before this was done.')
      }
      const trouble = diskTrouble(error)
      if (trouble !== null) throw new CrossreadError('file_unreadable', trouble)
      log(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      throw CrossreadError.fromWire(toWireError(error))
    }
  }) as CallEngine

  const watch = () =>
    options.backupFolder === undefined || session.store.readOnly
      ? null
      : new Backups(options.backupFolder, session, log)
  let backups = watch()

  const inTurn = turns()
  const switchTo: EngineContext['switchTo'] = (path, prepare) =>
    inTurn(async () => {
      await prepare?.()
      if (isSameFile(path, session.store.path)) return session
      // Opened first: where that fails, nothing that runs has been stopped for it.
      const next = openSession(path, { create: true }, emit, log)
      await backups?.stop()
      await session.keeper.stop()
      await jobs.whileStopped(() => {
        session.store.close()
        session = next
      })
      backups = watch()
      emit('notebook', { info: describeNotebook(session.store) })
      return session
    })

  const context: EngineContext = {
    get session() {
      return session
    },
    grants,
    jobs,
    readers,
    call,
    switchTo,
    buildSampleAt: (path) => buildSampleNotebook(path, options.sampleFolder, log),
    sampleFolder: options.sampleFolder,
  }

  return {
    call,
    on(name, listener) {
      emitter.on(name, listener)
      return () => emitter.off(name, listener)
    },
    grant: ({ handle, ...grant }) => grants.grant(grant, handle),
    get notebookPath() {
      return session.store.path
    },
    settled: () => session.keeper.settled(),
    close: () =>
      inTurn(async () => {
        await backups?.stop()
        await session.keeper.stop()
        await jobs.whileStopped(() => session.store.close())
        await readers.close()
      }),
  }
}

function openSession(
  path: string,
  { create, readOnly }: Pick<EngineOptions, 'create' | 'readOnly'>,
  emit: Emit,
  log: (line: string) => void,
): Session {
  return new Session(openStore({ path: resolve(path), create, readOnly, ...indexing }), emit, log)
}

const indexing = { indexTerms, indexSignature: tokenizerVersion }

/** The sample is made by an engine of its own, out of the same calls that everybody uses; its history starts empty. */
async function buildSampleNotebook(
  path: string,
  sampleFolder: string,
  log: (line: string) => void,
): Promise<void> {
  const { buildSample } = await import('./sample/index.ts')
  const engine = openEngine({ notebookPath: path, sampleFolder, create: true, log })
  try {
    await buildSample(engine.call)
  } finally {
    await engine.close()
  }
  const store = openStore({ path, ...indexing })
  store.journal.settle()
  store.close()
}
