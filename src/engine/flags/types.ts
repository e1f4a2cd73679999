import type { BlockKind, FlagKind, SourceMetadata } from '#shared/model.ts'

/** A block of canonical text; `start` is its UTF-16 offset there. */
export interface FlagBlock {
  kind: BlockKind
  level: number
  start: number
  text: string
  links?: readonly { start: number; end: number; href: string }[]
}

/** What the rules read. */
export interface FlagDocument {
  title: string
  blocks: readonly FlagBlock[]
  /** A BCP 47 tag, where it is known. */
  language: string | null
  metadata: SourceMetadata
}

/** Something a reader should judge. The passage is UTF-16, half-open, in the canonical text. */
export interface FoundFlag {
  kind: FlagKind
  start: number
  end: number
  /** What was noticed, in a sentence. */
  message: string
}

/** Where a block ends in the canonical text. */
export function endOf(block: FlagBlock): number {
  return block.start + block.text.length
}

/** Cuts a quotation from the text to the length that a sentence can hold. */
export function shorten(text: string, most = 60): string {
  const characters = [...text]
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
