import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CallEngine } from '#shared/contract/contract.ts'
import type { PathGrant } from '#shared/control.ts'
import { CrossreadError } from '#shared/errors.ts'
import { describeNotebook } from './describe.ts'
import type { Grants } from './grants.ts'
import type { CallsOf, Handlers } from './handlers.ts'
import type { ReaderPool } from './import/pool.ts'
import type { Jobs } from './jobs.ts'
import type { Session } from './session.ts'
import { dropUnusedImages } from './store/images.ts'
import { isSameFile } from './store/lock.ts'
import { findProblems, listSettings, readSetting, renameNotebook, writeSetting } from './store/notebook.ts'

/** What calls that reach beyond the open notebook are given. */
export interface EngineContext {
  session: Session
  grants: Grants
  jobs: Jobs
  /** Threads that read files. */
  readers: ReaderPool
  /** The engine's own calls, for work that is made of them. */
  call: CallEngine
  /**
   * Puts another notebook in the place of the open one, creating the file where there is none. Switches wait for each
   * other, and `prepare` is part of its own.
   */
  switchTo(path: string, prepare?: () => Promise<void>): Promise<Session>
  /** Fills a new notebook at `path` with the sample. */
  buildSampleAt(path: string): Promise<void>
  sampleFolder: string
}

/**
 * Where a handle of the shell's says that something is to be written. Throws `forbidden` for other handles, and
 * `file_exists` for the open notebook's own file, whatever was agreed to: all that is in it would be lost.
 */
export function placeToWrite(
  { session, grants }: Pick<EngineContext, 'session' | 'grants'>,
  handle: string,
): PathGrant {
  const grant = grants.grantFor(handle, 'export')
  if (grant.mayReplace === true && isSameFile(grant.path, session.store.path)) {
    throw new CrossreadError('file_exists', 'This file is the open notebook itself. Choose another name.')
  }
  return grant
}

const sampleName = 'Sample notebook.crossread'

export const notebookHandlers: Handlers<CallsOf<'notebook'> | CallsOf<'settings'>, EngineContext> = {
  'notebook.info': ({ session }) => describeNotebook(session.store),

  'notebook.open': async ({ grants, switchTo }, { handle }) =>
    describeNotebook((await switchTo(grants.pathFor(handle, 'notebook'))).store),

  'notebook.openSample': async ({ switchTo, buildSampleAt, sampleFolder }) => {
    const path = join(sampleFolder, sampleName)
    const session = await switchTo(path, async () => {
      if (!existsSync(path)) await buildAside(path, buildSampleAt)
    })
    return describeNotebook(session.store)
  },

  'notebook.check': ({ session }) => {
    const problems = findProblems(session.store.db)
    return { ok: problems.length === 0, problems }
  },

  'notebook.repair': async ({ session }) => {
    session.store.index?.rebuild()
    await session.keeper.renewVocabulary()
    dropUnusedImages(session.store.db)
    const problems = findProblems(session.store.db)
    return { ok: problems.length === 0, problems }
  },

  'notebook.rename': ({ session }, { name }) => {
    session.change('notebook.rename', () => renameNotebook(session.store.db, name))
    return describeNotebook(session.store)
  },

  'settings.get': ({ session }, { key }) => ({ value: readSetting(session.store.db, key) }),

  'settings.list': ({ session }, { prefix }) => listSettings(session.store.db, prefix),

  'settings.set': ({ session }, { key, value }) => {
    if (!session.store.readOnly) writeSetting(session.store.db, key, value)
    return { ok: true }
  },
}

/** Builds under another name and renames, so that a sample that was interrupted is not mistaken for one. */
async function buildAside(path: string, build: (path: string) => Promise<void>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const aside = join(dirname(path), `.${basename(path)}.building`)
  const remains = [aside, `${aside}-wal`, `${aside}-shm`]
  for (const file of remains) rmSync(file, { force: true })
  try {
    await build(aside)
    renameSync(aside, path)
  } finally {
    for (const file of remains) rmSync(file, { force: true })
  }
}
