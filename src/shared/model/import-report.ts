import type { DocumentKind, FlagKind, ImportNote } from './sources.ts'

/** `updated`: a bibliography's entry gave a source that was here already its details. */
export type ImportOutcome = 'imported' | 'updated' | 'skipped' | 'failed'
export interface ImportLine {
  /** Where the file is; a file inside another follows it behind ` › `. */
  path: string
  outcome: ImportOutcome
  sourceId?: string
  title?: string
  reason?: string
  kind?: DocumentKind
  words?: number
  notes?: ImportNote[]
  /** What a careful reader should look at. */
  flags?: { kind: FlagKind; message: string }[]
  /** How many files came inside, of a mail: `import.attachments` brings them in. */
  attachments?: number
}
export interface ImportReport {
  lines: ImportLine[]
  summary: { imported: number; updated: number; skipped: number; failed: number; flags: number }
  cancelled: boolean
}
