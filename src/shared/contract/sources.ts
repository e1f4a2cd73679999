import { z } from 'zod'
import type {
  Attachment,
  Flag,
  Origin,
  SimilarSource,
  Source,
  SourceSummary,
  TextChangeReport,
  TextComparison,
} from '../model.ts'
import { read, write } from './call.ts'
import { flagState, handle, id, jobId, limit, line, metadataField, offset, sourceMetadata } from './fields.ts'

export const sourceCalls = {
  /** All, or those of `ids` that there are, in the order in which they came. */
  'sources.list': read<SourceSummary[]>()(
    z.strictObject({ limit: limit.optional(), ids: z.array(id).max(1_000).optional() }),
  ),
  'sources.get': read<Source>()(z.strictObject({ id })),
  /** Titles, and what sources are called when they are cited, such as `Lee & Park 2025`. */
  'sources.citations': read<{ id: string; title: string; citation: string }[]>()(
    z.strictObject({ ids: z.array(id).max(1_000) }),
  ),
  'sources.original': read<{ fileName: string; mediaType: string; bytes: Uint8Array }>()(
    z.strictObject({ id }),
  ),
  /** Writes the original, byte for byte, to where a handle of the shell's says. Throws `file_exists` rather than replace a file unasked. */
  'sources.saveOriginal': read<{ bytes: number }>()(z.strictObject({ id, handle })),
  /** Fields that are left out stay as they are; metadata is replaced as a whole. */
  'sources.update': write<SourceSummary>()(
    z.strictObject({ id, title: line.optional(), metadata: sourceMetadata.optional() }),
  ),
  'sources.delete': write<{ ok: true }>()(z.strictObject({ id })),
  /** As one step of the history. */
  'sources.deleteMany': write<{ deleted: number }>()(
    z.strictObject({ ids: z.array(id).min(1).max(100_000) }),
  ),
  /** Sets and clears the same fields of many sources; every other field stays as it is. */
  'sources.updateMany': write<{ updated: number }>()(
    z.strictObject({
      ids: z.array(id).min(1).max(100_000),
      set: sourceMetadata,
      unset: z.array(metadataField).max(100).optional(),
    }),
  ),
  /**
   * Corrects the text: each edit puts `text` in the place of `[start, end)`; a `\n` parts blocks. Edits are in order and
   * do not overlap. The original stays; annotations and flags find their places again or say that they did not.
   */
  'sources.correct': write<TextChangeReport>()(
    z.strictObject({
      id,
      edits: z
        .array(z.strictObject({ start: offset, end: offset, text: z.string().max(1_000_000) }))
        .min(1)
        .max(10_000),
    }),
  ),
  /** Takes a newer version of the file for the source. Title and details that were edited stay. */
  'sources.replace': write<TextChangeReport>()(z.strictObject({ jobId, id, handle })),
  'sources.attachments': read<Attachment[]>()(z.strictObject({ id })),
  /** Sources that share its wording or its story, the likest first. */
  'sources.similar': read<SimilarSource[]>()(z.strictObject({ id })),
  'sources.compare': read<TextComparison>()(z.strictObject({ leftId: id, rightId: id })),
}

export const flagCalls = {
  'flags.list': read<Flag[]>()(z.strictObject({ sourceId: id.optional() })),
  /** Throws `invalid_input` where a flag without a passage is to be excluded. */
  'flags.set': write<Flag[]>()(z.strictObject({ ids: z.array(id).min(1).max(10_000), state: flagState })),
  /** Takes a passage out of search, comparison and export. */
  'flags.exclude': write<Flag>()(z.strictObject({ sourceId: id, start: offset, end: offset })),
}

export const originCalls = {
  /** The origins that several sources share, by their names. A source of its own is in none. */
  'origins.list': read<Origin[]>()(z.strictObject({})),
  /** Makes sources one voice. A source that belongs to a group brings the whole group along; the first one's names it. */
  'origins.group': write<{ originId: string }>()(
    z.strictObject({ sourceIds: z.array(id).min(2).max(10_000) }),
  ),
  'origins.rename': write<{ ok: true }>()(z.strictObject({ id, label: line })),
  /** Makes a source a voice of its own again. */
  'origins.ungroup': write<{ ok: true }>()(z.strictObject({ sourceId: id })),
}
