import { CrossreadError, toWireError, type WireError } from '#shared/errors.ts'
import { type Followed, type FollowTask, followText } from '../sources/follow.ts'
import type { OriginalRow } from '../store/sources.ts'
import { type InsideFile, type InsideTask, readInside } from './inside.ts'
import { isKnown, type KnownFiles } from './known.ts'
import { hashBytes, type PreparedSource, prepareDocuments, toOriginal } from './prepare.ts'
import { readFileAtOnce } from './read-file.ts'

/** A file as a worker is given it: where it is, or its bytes. */
export interface WorkerFile {
  name: string
  from: string | Uint8Array
}

export interface WorkerTask {
  files: WorkerFile[]
  /** Files of these hashes are not read again. */
  known: KnownFiles | null
}

/** What became of one file. `known` means: probably a source already; the engine has to make sure. */
export type WorkerResult =
  | { outcome: 'read'; original: OriginalRow; documents: PreparedSource[] }
  | { outcome: 'known'; hash: string; size: number }
  | { outcome: 'failed'; error: WireError; detail: string }

/** The entry of a worker thread. Never rejects for what a file does wrong. */
export default async function work(
  task: WorkerTask | InsideTask | FollowTask,
): Promise<WorkerResult[] | InsideFile[] | Followed[]> {
  if ('follow' in task) return [followText(task)]
  return 'inside' in task ? readInside(task) : readFiles(task)
}

/** Reads files one after the other. */
async function readFiles({ files, known }: WorkerTask): Promise<WorkerResult[]> {
  const results: WorkerResult[] = []
  for (const file of files) results.push(await readFile(file, known))
  return results
}

async function readFile({ name, from }: WorkerFile, known: KnownFiles | null): Promise<WorkerResult> {
  try {
    const bytes = typeof from === 'string' ? readFileAtOnce(from) : from
    if (bytes.length === 0) throw new CrossreadError('file_unreadable', 'The file is empty.')
    const hash = hashBytes(bytes)
    if (known !== null && isKnown(known, hash)) return { outcome: 'known', hash, size: bytes.length }
    const documents = await prepareDocuments(name, bytes)
    return { outcome: 'read', original: toOriginal(bytes, hash), documents }
  } catch (error) {
    return { outcome: 'failed', ...describeFailure(error) }
  }
}

/** What the person is told, and what the log is told. A library's own words help nobody who picked a file. */
function describeFailure(error: unknown): { error: WireError; detail: string } {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  if (error instanceof CrossreadError) return { error: toWireError(error), detail }
  const reason = 'The file is damaged, or written in a way that Crossread does not understand.'
  return { error: { code: 'file_unreadable', message: reason }, detail }
}
