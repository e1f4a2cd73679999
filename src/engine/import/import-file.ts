import type { CrossreadError } from '#shared/errors.ts'

/** What an import is given: a path the person picked, or bytes that a browser handed over or that came inside `from`. */
export type ImportItem =
  | { kind: 'path'; path: string }
  | { kind: 'bytes'; name: string; bytes: Uint8Array; from?: string }

/** One file to import. `path` is what the report calls it, and `name` ends it; both can be shown as they are. */
export interface ImportFile {
  path: string
  name: string
  /** Where it lies on the disk, so that a worker can read it by itself; missing for handed over bytes and inside an archive. */
  at?: string
  /** Why there is nothing to read, where that showed while the file was looked for. */
  failure?: CrossreadError
  /** How many bytes reading will give, for planning; 0 where that cannot be told. Never rejects. */
  size(): Promise<number>
  read(): Promise<Uint8Array>
}
