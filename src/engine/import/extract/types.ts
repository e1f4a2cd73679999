import type { BlockKind, DocumentKind, ImportNote, SourceMetadata } from '#shared/model.ts'

/** A link as it was found: offsets are UTF-16, half-open, into the block's text. */
export interface ExtractedLink {
  start: number
  end: number
  /** An absolute address, or `#name` of another block's `anchor`. Anything else is dropped later. */
  href: string
}

/**
 * A block as an extractor finds it. Its text need not be canonical: the pipeline normalises it, drops it where nothing
 * is left, and cuts it at newlines into blocks of the same kind.
 */
export interface ExtractedBlock {
  kind: BlockKind
  /** Heading level 1-6, or the nesting depth of a list item, counted from 1; 0 otherwise. */
  level: number
  text: string
  /** Counted from 1. */
  page?: number
  links?: ExtractedLink[]
  /** A name that links of the same document can lead to. */
  anchor?: string
}

/** A reader's comment that came with a document. It becomes an annotation of its author's. */
export interface ExtractedComment {
  /** Where its passage begins: an index into `blocks` and an offset into that block's text. */
  block: number
  start: number
  /** Where it ends; `endBlock` is `block` where it is missing. */
  endBlock?: number
  end: number
  author: string | null
  text: string
}

/** A file inside a file, such as a mail's attachment. */
export interface ExtractedAttachment {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** What an extractor reads out of one document. */
export interface Extracted {
  /** Of IANA's. */
  mediaType: string
  /** Where the document itself says it; otherwise it is looked for in the text. */
  title?: string
  metadata: SourceMetadata
  /** In reading order. Empty only for an entry of a bibliography, which is a source without text. */
  blocks: ExtractedBlock[]
  comments?: ExtractedComment[]
  attachments?: ExtractedAttachment[]
  notes: ImportNote[]
}

export interface ExtractInput {
  /** The file's name, for its ending and as a last resort for the title. */
  name: string
  bytes: Uint8Array
}

/**
 * Reads one kind of document. Runs on a worker thread: it may take its time (up to 30 s) and memory (up to 1 GB). One
 * document gives one entry, except for a bibliography, which gives one for each of its entries.
 * Throws `CrossreadError('file_unreadable', reason)` with a reason for the person who picked the file.
 */
export type Extractor = (input: ExtractInput) => Promise<Extracted[]>

export type Extractors = Record<DocumentKind, () => Promise<Extractor>>
