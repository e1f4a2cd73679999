import { align, alignAround, type Run } from '../anchor/align.ts'
import type { Span } from '../anchor/comparison.ts'
import { type Anchor, describePassage } from '../anchor/describe.ts'
import { mapRanges, type Outcome, reanchor } from '../anchor/reanchor.ts'
import { type Fingerprint, fingerprintOf } from '../compare/fingerprint.ts'
import { detectFlags, type FlagDocument, type FoundFlag } from '../flags/detect.ts'
import { canonicalText } from '../import/canonical.ts'
import { countWords } from '../import/count-words.ts'
import { indexTerms } from '../search/tokenizer.ts'
import type { BlockRow } from '../store/sources.ts'

/** A text and its next version, with what stands on it: what a thread is given to work out what becomes of that. */
export interface FollowTask {
  follow: {
    before: string
    blocks: BlockRow[]
    /** What is known to have stayed, in order in both texts; null where nothing is. */
    kept: Run[] | null
    anchors: Anchor[]
    /** The passages of flags. */
    flags: Span[]
    /** What the rules for flags want to know besides the blocks. */
    about: Omit<FlagDocument, 'blocks'>
    /** Whether the index can be given the terms as they are: not where passages are excluded. */
    wantsTerms: boolean
  }
}

/** What becomes of what stood on a text, and what is made of its next version. */
export interface Followed {
  /** In the order of the anchors; where one is not lost, as it stands in the next version. */
  anchors: ({ state: 'exact' | 'moved' | 'changed'; anchor: Anchor } | { state: 'lost' })[]
  /** In the order of the flags; null where the passage is gone. */
  flags: (Span | null)[]
  /** What is odd in the next version. */
  found: FoundFlag[]
  fingerprint: Fingerprint
  words: number
  /** The index's terms, a string a block, where they were wanted. */
  terms: string[] | null
}

/** All of it at once: pure, and up to a second of work for a text of a megabyte. */
export function followText({ follow }: FollowTask): Followed {
  const { before, blocks, kept, anchors, flags, about, wantsTerms } = follow
  const after = canonicalText(blocks)
  const alignment = kept === null ? align(before, after) : alignAround(before, after, kept)
  return {
    anchors: reanchor(before, after, anchors, alignment).map((outcome) => described(after, outcome)),
    flags: mapRanges(before, after, flags, alignment),
    found: detectFlags({ ...about, blocks }),
    fingerprint: fingerprintOf({ blocks }),
    words: countWords(after),
    terms: wantsTerms ? blocks.map(({ text }) => indexTerms(text)) : null,
  }
}

function described(text: string, outcome: Outcome): Followed['anchors'][number] {
  if (outcome.state === 'lost') return outcome
  return { state: outcome.state, anchor: describePassage(text, outcome.start, outcome.end) }
}
