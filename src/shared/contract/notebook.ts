import { z } from 'zod'
import type {
  CheckReport,
  ExportReport,
  Graph,
  GraphPlace,
  HistoryState,
  HistoryStep,
  ImportReport,
  InboxItem,
  LinkView,
  Matrix,
  NotebookInfo,
  Timeline,
} from '../model.ts'
import { exportFormats, graphKinds, graphLayouts } from '../model.ts'
import { read, write } from './call.ts'
import { handle, id, jobId, limit } from './fields.ts'

const nothing = z.strictObject({})

export const notebookCalls = {
  'notebook.info': read<NotebookInfo>()(nothing),
  /** Opens, or creates where there is no file yet, the notebook a handle of the shell's names. */
  'notebook.open': read<NotebookInfo>()(z.strictObject({ handle })),
  /** Opens the sample notebook, building it the first time. */
  'notebook.openSample': read<NotebookInfo>()(nothing),
  'notebook.check': read<CheckReport>()(nothing),
  /** Builds the search index anew, drops images that nothing mentions, and gives what is wrong still. What the researcher wrote is never touched. */
  'notebook.repair': write<CheckReport>()(nothing),
  'notebook.rename': write<NotebookInfo>()(z.strictObject({ name: z.string().trim().min(1).max(200) })),
}

/** Window state that belongs to the notebook: open tabs, reading positions. Not part of the history. */
export const settingCalls = {
  'settings.get': read<{ value: unknown }>()(z.strictObject({ key: z.string().min(1).max(200) })),
  /** Every setting whose key begins with `prefix`, by what follows it. */
  'settings.list': read<Record<string, unknown>>()(z.strictObject({ prefix: z.string().min(1).max(100) })),
  'settings.set': read<{ ok: true }>()(z.strictObject({ key: z.string().min(1).max(200), value: z.json() })),
}

export const historyCalls = {
  'history.state': read<HistoryState>()(nothing),
  'history.list': read<HistoryStep[]>()(z.strictObject({ limit: limit.optional() })),
  'history.undo': write<{ step: HistoryStep; state: HistoryState }>()(nothing),
  'history.redo': write<{ step: HistoryStep; state: HistoryState }>()(nothing),
}

const layout = z.enum(graphLayouts)
const coordinate = z.number().min(-1e7).max(1e7)
const graphPlace = z.strictObject({ kind: z.enum(graphKinds), id, x: coordinate, y: coordinate })

export const viewCalls = {
  'views.matrix': read<Matrix>()(nothing),
  'views.graph': read<Graph>()(nothing),
  /** The links that an edge of the graph stands for, with their ends named, oldest first. Ids of none are passed over. */
  'views.graphLinks': read<LinkView[]>()(z.strictObject({ ids: z.array(id).max(10_000) })),
  'views.graphPlaces': read<GraphPlace[]>()(z.strictObject({ layout })),
  /**
   * Keeps where cards stand, and with `replace` forgets where all others of the layout stood. Not part of the history; in a
   * notebook that is open for reading only nothing is kept, and nobody told.
   */
  'views.placeGraph': read<{ kept: boolean }>()(
    z.strictObject({ layout, places: z.array(graphPlace).max(100_000), replace: z.boolean() }),
  ),
  'views.timeline': read<Timeline>()(nothing),
  'views.inbox': read<InboxItem[]>()(nothing),
}

export const fileCalls = {
  /** Hands bytes over (a drop in a browser, pasted text) and gets a handle that `import.run` takes. */
  'files.upload': read<{ handle: string }>()(
    z.strictObject({ name: z.string().min(1).max(1_000), bytes: z.instanceof(Uint8Array) }),
  ),
  /** Imports files and folders; resolves with the report when done or cancelled. Emits `job` events. */
  'import.run': write<ImportReport>()(
    z.strictObject({ jobId, handles: z.array(handle).min(1).max(100_000) }),
  ),
  /** Imports files that came inside a mail: those of the given places, or all. */
  'import.attachments': write<ImportReport>()(
    z.strictObject({ jobId, sourceId: id, indexes: z.array(z.int().min(0)).max(10_000).optional() }),
  ),
  /** Writes an export to where a handle of the shell's says. */
  'export.run': read<ExportReport>()(z.strictObject({ jobId, format: z.enum(exportFormats), handle })),
  /** An export as one file's bytes, for a browser to save: Markdown comes as a zip. */
  'export.bundle': read<{ fileName: string; mediaType: string; bytes: Uint8Array }>()(
    z.strictObject({ jobId, format: z.enum(exportFormats) }),
  ),
  /** Keys of the catalogue for what the format cannot carry. */
  'export.losses': read<{ losses: string[] }>()(z.strictObject({ format: z.enum(exportFormats) })),
  'jobs.cancel': read<{ ok: boolean }>()(z.strictObject({ jobId })),
}
