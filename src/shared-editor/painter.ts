import type { EditorConfig, LexicalNode, NodeKey } from 'lexical'
import type { ObjectKind } from '#shared/model.ts'
import type { ImageFields, QuoteFields } from './text.ts'

/** What `createDOM` gives back. Named through Lexical, because the engine compiles this file without the DOM's types. */
export type DomElement = ReturnType<LexicalNode['createDOM']>

export interface ReferenceFields {
  kind: ObjectKind
  id: string
  label: string
}

/**
 * How the window draws our nodes; it comes in the editor's theme as `crossread`. Headless editors need none. What ends in
 * `Content` is rendered into the element by the window's React.
 */
export interface NodePainter {
  quote(fields: QuoteFields): DomElement
  quoteContent(key: NodeKey, fields: QuoteFields): unknown
  /** The quote for other programs, with its words in it. */
  exportedQuote(fields: QuoteFields): DomElement
  reference(fields: ReferenceFields): DomElement
  /** What the object is called now, and not when it was mentioned. */
  referenceContent(fields: ReferenceFields): unknown
  exportedReference(fields: ReferenceFields): DomElement
  image(): DomElement
  imageContent(key: NodeKey, fields: ImageFields): unknown
  exportedImage(fields: ImageFields): DomElement
}

export function painterOf(config: EditorConfig): NodePainter {
  const painter: NodePainter | undefined = config.theme.crossread
  if (painter === undefined) throw new Error('An editor with a window needs a node painter in its theme')
  return painter
}
