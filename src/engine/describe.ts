import type { NotebookInfo } from '#shared/model.ts'
import { schemaVersion } from './store/migrations/migrations.ts'
import { readNotebook } from './store/notebook.ts'
import type { Store } from './store/store.ts'

/** What the window shows of an open notebook as a whole. */
export function describeNotebook(store: Store): NotebookInfo {
  return { ...readNotebook(store.db), location: store.path, readOnly: store.readOnly, schemaVersion }
}
