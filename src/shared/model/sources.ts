import type { AnchorState, BlockKind, CslDate, CslName } from './basics.ts'

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

/** Several sources that are one voice. */
export interface Origin {
  id: string
  /** What it is called: as the first of its sources, until somebody names it. */
  label: string
  /** What made it one: import, for equal or nearly equal texts, or somebody. */
  how: 'same-text' | 'near-duplicate' | 'by-hand'
  /** By title. `similarity` is how much of the wording one shares with the first, 0 to 1; null for the first itself. */
  sources: { id: string; title: string; metadata: SourceMetadata; similarity: number | null }[]
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
