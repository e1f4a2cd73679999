import type { ObjectKind } from './basics.ts'

export interface SearchHit {
  sourceId: string
  title: string
  blockId: number
  /** Where the block stands in the canonical text. */
  start: number
  end: number
  /** Higher is better. Comparable within one query only. */
  score: number
  text: string
  /** Ranges to mark, as offsets into `text`. */
  hits: [number, number][]
}
export interface SearchResult {
  hits: SearchHit[]
  /** Matching blocks, counted up to 5,000. */
  total: number
  capped: boolean
  /** Words that more was looked for than was typed; where they stand in the query, as UTF-16 offsets. */
  expansions: { word: string; start: number; end: number; forms: string[]; typos: string[] }[]
  /** Not every block could be looked at in time: a pattern without a word beside it reads everything. */
  partial: boolean
}

/** What the researcher made that a query finds. */
export interface ObjectsFound {
  objects: Suggestion[]
  /** How many of each kind there are. */
  counts: { annotation: number; claim: number; note: number }
}

/** A value that results can be filtered by, and how many sources have it. */
export interface Facet {
  value: string
  count: number
}
/** How the sources that a query finds spread over what can be filtered by. */
export interface SearchFacets {
  sources: number
  /** Of the first 5,000 matching blocks alone, where there are more. */
  capped: boolean
  publishers: Facet[]
  years: Facet[]
  languages: Facet[]
  /** How their files were read. */
  types: Facet[]
  tags: Facet[]
  collections: Facet[]
  relations: Facet[]
  /** Sources with an annotation. */
  annotated: number
}

/** A place where a word stands, with what stands around it. */
export interface ConcordanceLine {
  sourceId: string
  title: string
  /** In the source's canonical text, UTF-16, half-open. */
  start: number
  end: number
  left: string
  word: string
  right: string
}
export interface Concordance {
  lines: ConcordanceLine[]
  total: number
  capped: boolean
  /** How many hits each source has, the most first, and where the first of them stands. Told with the first page alone. */
  bySource: { sourceId: string; title: string; hits: number; start: number; end: number }[]
}

/** Where a query's words stand in one text: ranges of the canonical text, UTF-16, half-open, in order. */
export interface FoundInSource {
  hits: [number, number][]
  /** Not all of the text could be looked at in time. */
  partial: boolean
}

/** A query kept under a name. */
export interface SavedSearch {
  id: string
  name: string
  query: string
}

/** One row of as-you-type search over what has a name: sources, claims, notes, annotations, tags. */
export interface Suggestion {
  kind: ObjectKind
  id: string
  label: string
  detail: string
  /** The source to open, where the object is an annotation. */
  sourceId: string | null
}
