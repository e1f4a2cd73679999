import { sql as notebook } from './0001-notebook.ts'
import { sql as importing } from './0002-import.ts'
import { sql as searching } from './0003-search.ts'
import { sql as reading } from './0004-reading.ts'
import { sql as naming } from './0005-names.ts'
import { sql as weighing } from './0006-evidence.ts'
import { sql as drawing } from './0007-graph.ts'

/** Forward only, in order: the migration at index N takes a file from version N to N + 1. Never edit one that shipped. */
export const migrations: readonly string[] = [
  notebook,
  importing,
  searching,
  reading,
  naming,
  weighing,
  drawing,
]

/** The `user_version` of a file that this version of Crossread writes. */
export const schemaVersion = migrations.length

/** `application_id` of a notebook: the bytes `CrsR`. */
export const applicationId = 0x43727352
