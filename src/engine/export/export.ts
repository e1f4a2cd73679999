import { setImmediate as nextTurn } from 'node:timers/promises'
import { CrossreadError } from '#shared/errors.ts'
import type { ExportFormat } from '#shared/model.ts'
import { writeJsonLd } from './jsonld/write.ts'
import { writeMarkdownVault } from './markdown/write.ts'
import type { Content, ExportOptions, ExportResult, ExportWork } from './types.ts'

/** One writer a format. A new format is one more line here and in `losses.ts`. */
const writers: Record<ExportFormat, (work: ExportWork) => Promise<void>> = {
  markdown: writeMarkdownVault,
  jsonld: writeJsonLd,
}

/**
 * Writes the whole notebook to `sink` in one of the formats, and commits the sink; on any failure the sink is
 * discarded. Errors: `cancelled` when `signal` aborts, `file_exists` when the destination is taken,
 * `file_unreadable` when it cannot be written.
 */
export async function exportNotebook(options: ExportOptions): Promise<ExportResult> {
  const { sink } = options
  const result: ExportResult = { files: 0, bytes: 0 }
  try {
    await writers[options.format](workFor(options, result))
    await sink.commit()
    return result
  } catch (error) {
    await sink.discard()
    throw error
  }
}

function workFor({ call, sink, progress, signal }: ExportOptions, result: ExportResult): ExportWork {
  let total = 0
  let done = 0
  return {
    call,
    async write(path, content) {
      await sink.write(path, counted(content, result))
      result.files += 1
    },
    start(count) {
      total = count
    },
    async step(current) {
      progress?.(done++, total, current)
      await nextTurn()
      if (signal?.aborted) throw new CrossreadError('cancelled', 'The export was cancelled.')
    },
  }
}

/** Adds the size of what passes to the result. */
function counted(content: Content, result: ExportResult): Content {
  if (typeof content === 'string') result.bytes += Buffer.byteLength(content)
  else if (content instanceof Uint8Array) result.bytes += content.length
  else return countedPieces(content, result)
  return content
}

async function* countedPieces(pieces: AsyncIterable<string>, result: ExportResult): AsyncGenerator<string> {
  for await (const piece of pieces) {
    result.bytes += Buffer.byteLength(piece)
    yield piece
  }
}
