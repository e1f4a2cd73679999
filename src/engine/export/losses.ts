import type { ExportFormat } from '#shared/model.ts'

/**
 * What each format cannot carry, as keys of the catalogue's `export` namespace. Both leave out the history and the
 * original files. Markdown keeps words, not numbers: exact positions, times and the looks of relations stay behind.
 */
const losses: Record<ExportFormat, string[]> = {
  markdown: [
    'loss.history',
    'loss.originals',
    'loss.positions',
    'loss.times',
    'loss.tagSpelling',
    'loss.textLinks',
    'loss.flags',
    'loss.relationStyles',
    'loss.settings',
  ],
  jsonld: [
    'loss.history',
    'loss.originals',
    'loss.blocks',
    'loss.richText',
    'loss.images',
    'loss.textLinks',
    'loss.flags',
    'loss.relationStyles',
    'loss.settings',
  ],
}

/** Keys of the catalogue for what `format` cannot carry, to be said before anything is written. */
export function exportLosses(format: ExportFormat): string[] {
  return [...losses[format]]
}
