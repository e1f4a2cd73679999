/**
 * The objects of a notebook as they cross the engine's door. Field names of `metadata` are CSL-JSON's.
 * Positions are UTF-16 offsets into a source's canonical text, half-open: `[start, end)`.
 */
export * from './model/basics.ts'
export * from './model/import-report.ts'
export * from './model/objects.ts'
export * from './model/search.ts'
export * from './model/sources.ts'
export * from './model/views.ts'
