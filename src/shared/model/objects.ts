import type { AnchorState, ClaimStatus, Colour, Confidence, ObjectRef, RichText } from './basics.ts'
import type { SourceMetadata } from './sources.ts'

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

/** An annotation whose text changed under it, for somebody to judge. */
export interface DriftedAnnotation {
  annotation: Annotation
  sourceTitle: string
  /** What its words were before the text changed. */
  oldQuote: string
  /** Where a lost one may belong, the likeliest first: ranges of the text as it is now, UTF-16, half-open. */
  places: { start: number; end: number; quote: string }[]
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
  /** How many links are of this relation. */
  uses: number
}

export interface Link {
  id: string
  from: ObjectRef
  to: ObjectRef
  relationId: string
  /** Why it holds, as plain text, for lists and exports. */
  rationale: string
  /** The same as rich text; null where it was written as plain text. */
  rationaleContent: RichText | null
  confidence: Confidence | null
  /** Who made it; null where nobody noted. */
  author: string | null
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

/** A place in somebody's words that mentions an object, or quotes it. */
export interface Backlink {
  /** What those words belong to: a note, a claim's reasoning, an annotation's comment. */
  from: ObjectRef
  label: string
  how: 'mention' | 'quote'
  /** The words around a mention. */
  excerpt: string
}

/** A named group of sources, perhaps inside another. */
export interface Collection {
  id: string
  name: string
  parentId: string | null
  /** How many sources are in it; those of collections inside it are not counted. */
  sources: number
  sourceIds: string[]
}

/** The sources that a tag gathers: those that have it, and those with an annotation that has it. */
export interface TaggedSources {
  id: string
  name: string
  sourceIds: string[]
}

export interface Tag {
  id: string
  name: string
  uses: number
}
