/**
 * The objects of a notebook as they cross the engine's door. Field names of `metadata` are CSL-JSON's.
 * Positions are UTF-16 offsets into a source's canonical text, half-open: `[start, end)`.
 */

export const objectKinds = ['source', 'annotation', 'claim', 'note'] as const
export type ObjectKind = (typeof objectKinds)[number]

export interface ObjectRef {
  kind: ObjectKind
  id: string
}

export const colours = ['yellow', 'red', 'green', 'blue', 'purple', 'magenta', 'orange', 'grey'] as const
/** The eight annotation colours in the order of their keys 1-8. */
export type Colour = (typeof colours)[number]

export const claimStatuses = ['open', 'supported', 'contested', 'refuted', 'unverifiable'] as const
export type ClaimStatus = (typeof claimStatuses)[number]

export const anchorStates = ['exact', 'moved', 'changed', 'lost'] as const
/** What became of an annotation when its source's text changed. */
export type AnchorState = (typeof anchorStates)[number]

export const blockKinds = [
  'paragraph',
  'heading',
  'list-item',
  'quotation',
  'table-row',
  'caption',
  'footnote',
  'code',
] as const
/** What a block is. A table row's cells are joined by ` | `; of code, every line is a block. */
export type BlockKind = (typeof blockKinds)[number]

export const confidences = ['low', 'medium', 'high'] as const
export type Confidence = (typeof confidences)[number]

/** A serialised Lexical editor state. */
export interface RichText {
  root: { type: 'root'; children: RichTextNode[]; [key: string]: unknown }
}
export interface RichTextNode {
  type: string
  [key: string]: unknown
}

/** A CSL-JSON date: `[[2025]]`, `[[2025, 5]]` or `[[2025, 5, 23]]`; partial dates stay partial. */
export interface CslDate {
  'date-parts': number[][]
}
export interface CslName {
  family?: string
  given?: string
  literal?: string
}
/** The CSL-JSON fields that sources carry; `title` stands on the source itself. */
export interface SourceMetadata {
  /** A type of CSL's, such as `article-newspaper`, `webpage`, `report` or `book`. */
  type?: string
  author?: CslName[]
  editor?: CslName[]
  translator?: CslName[]
  'container-title'?: string
  'collection-title'?: string
  publisher?: string
  'publisher-place'?: string
  edition?: string
  volume?: string
  issue?: string
  page?: string
  issued?: CslDate
  accessed?: CslDate
  'event-date'?: CslDate
  URL?: string
  DOI?: string
  ISBN?: string
  ISSN?: string
  /** A BCP 47 tag such as `en` or `pt-BR`. */
  language?: string
  abstract?: string
  keyword?: string
  note?: string
}

/** A part of a block that leads elsewhere. Offsets are UTF-16, half-open, into the canonical text. */
export interface BlockLink {
  start: number
  end: number
  /** `http:`, `https:` or `mailto:`; or `#12` for the block of that ordinal in the same text. */
  href: string
}

export interface Block {
  id: number
  kind: BlockKind
  /** Heading level 1-6, or the nesting depth of a list item; 0 otherwise. */
  level: number
  start: number
  end: number
  /** The page of the original it stands on, counted from 1; null where the original has none. */
  page: number | null
  links: BlockLink[]
}

export const documentKinds = [
  'text',
  'markdown',
  'html',
  'mhtml',
  'webarchive',
  'pdf',
  'docx',
  'odt',
  'rtf',
  'epub',
  'mail',
  'bibliography',
] as const
/** How a file is read. */
export type DocumentKind = (typeof documentKinds)[number]

/** One thing that import did to a file on the way to its text, for the person to know. `what` is a key of the catalogue. */
export interface ImportNote {
  what: string
  count?: number
  detail?: string
}

export interface SourceSummary {
  id: string
  title: string
  metadata: SourceMetadata
  fileName: string
  mediaType: string
  importedAt: string
  /** Words of the canonical text, by Intl.Segmenter. */
  words: number
  /** Reading time at 230 words a minute, at least 1. */
  minutes: number
  annotations: number
  flags: number
  tags: string[]
  originId: string
  /** How many sources share this source's origin, itself included. */
  originSize: number
}

export interface Source extends SourceSummary {
  text: string
  /** SHA-256 of the canonical text as UTF-8, in hex. */
  textHash: string
  blocks: Block[]
  /** What import did on the way from the original to this text. */
  importNotes: ImportNote[]
  /** Whether the text was corrected since it was read from the original. */
  corrected: boolean
}

/** A file that came inside a mail. */
export interface Attachment {
  /** Its place among the mail's attachments, counted from 0. */
  index: number
  name: string
  mediaType: string
  /** In bytes. */
  size: number
  /** The source it was imported as. */
  sourceId: string | null
}

/** What became of one annotation when its source's text changed. */
export interface AnchorOutcome {
  annotationId: string
  state: AnchorState
  before: { start: number; end: number; quote: string }
  /** Where it stands now; null where it is lost. */
  after: { start: number; end: number; quote: string } | null
}
export interface TextChangeReport {
  sourceId: string
  /** False where the new text is the old one, word for word. */
  changed: boolean
  outcomes: AnchorOutcome[]
  counts: Record<AnchorState, number>
}

/** Another source that says the same, or tells of the same. */
export interface SimilarSource {
  source: { id: string; title: string; metadata: SourceMetadata }
  how: 'same-text' | 'near-duplicate' | 'same-story'
  /** How much of the wording they share, 0 to 1: Jaccard's index of their runs of five words. */
  similarity: number
  sameOrigin: boolean
}

/** Two texts side by side. A row has a block of each, or of one alone where the other has nothing like it. */
export interface TextComparison {
  similarity: number
  rows: { left: ComparedBlock | null; right: ComparedBlock | null }[]
}
export interface ComparedBlock {
  start: number
  end: number
  kind: BlockKind
  /** The block's text in pieces; `changed` ones have no counterpart on the other side. */
  pieces: { text: string; changed: boolean }[]
}

export interface Annotation {
  id: string
  sourceId: string
  start: number
  end: number
  quote: string
  prefix: string
  suffix: string
  state: AnchorState
  /** Who made it, where that was somebody else: a comment that came with a document. Empty where it does not say. */
  author: string | null
  colour: Colour
  comment: RichText | null
  /** The comment as plain text, for lists and search. */
  commentText: string
  tags: string[]
  /** How many links touch it. */
  links: number
  createdAt: string
  updatedAt: string
}

export const lineStyles = ['solid', 'dashed', 'dotted'] as const
export interface Relation {
  id: string
  name: string
  /** What the relation is called when read from its target, such as `supported by`. */
  inverse: string
  sign: string
  colour: Colour
  lineStyle: (typeof lineStyles)[number]
  symmetric: boolean
  /** +1 speaks for its target, -1 against it, 0 neither. */
  stance: -1 | 0 | 1
  builtin: boolean
}

export interface Link {
  id: string
  from: ObjectRef
  to: ObjectRef
  relationId: string
  rationale: string
  confidence: Confidence | null
  createdAt: string
  updatedAt: string
}

/** A link with its ends named, for lists. */
export interface LinkView extends Link {
  relation: string
  fromLabel: string
  toLabel: string
}

/** What stands behind one relation of a claim. Seven reprints are seven sources and one origin. */
export interface EvidenceCount {
  relationId: string
  links: number
  sources: number
  origins: number
}

export interface ClaimSummary {
  id: string
  /** The short name `C2` is made of this. Numbers are never used twice. */
  number: number
  statement: string
  status: ClaimStatus
  suggestion: StatusSuggestion
  counts: EvidenceCount[]
  tags: string[]
  createdAt: string
  updatedAt: string
}

/** The status the evidence speaks for, and why, in numbers the window can put into words. */
export interface StatusSuggestion {
  status: ClaimStatus
  supportingOrigins: number
  contradictingOrigins: number
}

/** A link to a claim, with the passage where its other end is one. */
export interface Evidence {
  link: Link
  other: ObjectRef
  otherLabel: string
  /** Whether the claim is the link's target; otherwise it is where the link starts. */
  incoming: boolean
  annotation: Annotation | null
  source: { id: string; title: string; originId: string; metadata: SourceMetadata } | null
}

export interface Claim extends ClaimSummary {
  reasoning: RichText | null
  reasoningText: string
  evidence: Evidence[]
}

export interface NoteSummary {
  id: string
  title: string
  excerpt: string
  tags: string[]
  createdAt: string
  updatedAt: string
}
export interface Note extends NoteSummary {
  content: RichText
  contentText: string
}

export interface Tag {
  id: string
  name: string
  uses: number
}

export const flagKinds = [
  'unrelated-tail',
  'mixed-script',
  'dangling-citation',
  'mojibake',
  'truncated-end',
  'near-duplicate',
  'same-story',
  'unattributed-quotation',
  'by-hand',
] as const
/** Something import noticed and the reader should judge; `by-hand` is a passage the reader took out. */
export type FlagKind = (typeof flagKinds)[number]

export const flagStates = ['open', 'dismissed', 'excluded'] as const
/** An excluded passage leaves search, comparison and export, and stays in the text and the original. */
export type FlagState = (typeof flagStates)[number]

export interface Flag {
  id: string
  sourceId: string
  kind: FlagKind
  /** The passage it is about; null where it is about the source as a whole. */
  start: number | null
  end: number | null
  /** What was noticed, in a sentence. */
  message: string
  state: FlagState
  /** The other source of a near-duplicate or of the same story. */
  otherSourceId: string | null
  /** 0 to 1, of a near-duplicate or the same story. */
  similarity: number | null
}

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
  /** How many hits each source has, the most first. */
  bySource: { sourceId: string; title: string; hits: number }[]
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

export const exportFormats = ['markdown', 'jsonld'] as const
export type ExportFormat = (typeof exportFormats)[number]
export interface ExportReport {
  path: string
  files: number
  bytes: number
}

export interface NotebookInfo {
  id: string
  name: string
  /** Where the file is, to be shown; the window never sends a path back. */
  location: string
  readOnly: boolean
  schemaVersion: number
  counts: { sources: number; annotations: number; claims: number; notes: number; links: number }
}

/** A step of the history, as the history view and the undo menu show it. `label` is a key of the catalogue. */
export interface HistoryStep {
  id: number
  label: string
  at: string
  state: 'done' | 'undone' | 'discarded'
}
export interface HistoryState {
  undo: HistoryStep | null
  redo: HistoryStep | null
}

export interface MatrixCell {
  claimId: string
  sourceId: string
  relations: { relationId: string; annotationIds: string[]; links: number }[]
}
export interface Matrix {
  claims: ClaimSummary[]
  sources: SourceSummary[]
  cells: MatrixCell[]
}

export interface GraphNode extends ObjectRef {
  label: string
}
export interface GraphEdge {
  id: string
  from: ObjectRef
  to: ObjectRef
  relationId: string
  links: number
}
/** Claims, sources and notes; a passage stands for its source, so parallel links are one edge with a count. */
export interface Graph {
  nodes: GraphNode[]
  edges: GraphEdge[]
}

export const inboxRules = [
  'claim-one-origin',
  'claim-contested',
  'claim-without-evidence',
  'anchor-drifted',
  'annotation-unlinked',
  'source-without-annotations',
] as const
export interface InboxItem {
  rule: (typeof inboxRules)[number]
  object: ObjectRef
  label: string
  sourceId: string | null
}

export interface TimelineEntry {
  lane: 'published' | 'event' | 'captured'
  /** One to three numbers: year, month, day. */
  date: number[]
  source: { id: string; title: string }
}

export interface CheckReport {
  ok: boolean
  problems: { kind: string; message: string }[]
}
