import type { ClaimStatus, Colour, Confidence, SourceMetadata } from '#shared/model.ts'

/** One article of the sample as it is imported, and what a researcher would add to its facts by hand. */
export interface SampleArticle {
  fileName: string
  text: string
  /** Given where the title found in the text is not the one to show. */
  title?: string
  metadata: SourceMetadata
  tags: string[]
}

/** A passage to mark. `quote` stands in the article exactly once. */
export interface SampleAnnotation {
  article: ArticleKey
  quote: string
  colour: Colour
  comment?: string
  tags?: string[]
}

export interface SampleEvidence {
  annotation: string
  relation: string
  rationale?: string
  confidence?: Confidence
}

export interface SampleClaim {
  statement: string
  status: ClaimStatus
  /** Markdown. */
  reasoning?: string
  tags?: string[]
  evidence: SampleEvidence[]
}

export interface SampleNote {
  title: string
  markdown: string
  /** Annotations to quote at its end, in this order. */
  quotes: string[]
  tags?: string[]
}

/** A link between two objects of the sample, each named as `kind:key`. */
export interface SampleLink {
  from: string
  to: string
  relation: string
  rationale?: string
  confidence?: Confidence
}

export type ArticleKey =
  | 'courier'
  | 'standard'
  | 'halden'
  | 'mail'
  | 'authority'
  | 'brannock'
  | 'blog'
  | 'inquiry'
  | 'column'
