import type { Annotation, Source } from '#shared/model.ts'
import { codePointCounter } from '#shared/positions.ts'
import { richTextToMarkdown } from '#shared-editor/markdown.ts'
import { blankOut, type Passage } from '../excluded.ts'
import { type Node, urn } from './context.ts'

const contextLength = 32

/**
 * A source's annotations as W3C annotations. Positions count Unicode code points of the source's canonical text. An
 * annotation of a passage that was taken out keeps its quote, but nothing of what stood around it.
 */
export function annotationNodes(
  source: Source,
  annotations: Annotation[],
  excluded: readonly Passage[],
): Node[] {
  const around = blankOut(source.text, excluded, 'utf-16')
  const codePoint = codePointCounter(source.text)
  return annotations.map((annotation) => ({
    id: urn(annotation.id),
    type: 'Annotation',
    motivation: annotation.comment === null ? 'highlighting' : ['highlighting', 'commenting'],
    // What came with a file says who wrote it there; the rest is the researcher's own.
    creator: annotation.author ? { type: 'Person', name: annotation.author } : undefined,
    created: annotation.createdAt,
    modified: annotation.updatedAt,
    body: bodies(annotation),
    target: {
      type: 'SpecificResource',
      source: urn(source.id),
      styleClass: annotation.colour,
      selector: selectors(source.text, around, annotation, codePoint),
    },
    anchorState: annotation.state,
  }))
}

function bodies(annotation: Annotation): Node[] {
  const comment = annotation.comment === null ? '' : richTextToMarkdown(annotation.comment)
  return [
    ...(comment === '' ? [] : [markdownBody(comment, 'commenting')]),
    ...annotation.tags.map(tagBody),
    { type: 'TextualBody', purpose: 'highlighting', value: annotation.colour },
  ]
}

/** A body of Markdown. */
export function markdownBody(value: string, purpose: string): Node {
  return { type: 'TextualBody', purpose, format: 'text/markdown', value }
}

/** A body that is one word of a vocabulary: a tag, or a relation's name. */
export function tagBody(value: string): Node {
  return { type: 'TextualBody', purpose: 'tagging', value }
}

/** A passage that is lost has its words alone; any other is quoted as it stands in the text now. */
function selectors(
  text: string,
  around: string,
  annotation: Annotation,
  codePoint: (offset: number) => number,
): Node[] {
  const { start, end } = annotation
  if (annotation.state === 'lost') {
    return [quoteSelector(annotation.quote, annotation.prefix, annotation.suffix)]
  }
  const prefix = around.slice(Math.max(0, start - contextLength), start)
  const suffix = around.slice(end, end + contextLength)
  return [
    quoteSelector(text.slice(start, end), prefix, suffix),
    { type: 'TextPositionSelector', start: codePoint(start), end: codePoint(end) },
  ]
}

/** Context is cut by UTF-16 units: half a character at its outer edge is left out. */
function quoteSelector(exact: string, prefix: string, suffix: string): Node {
  return {
    type: 'TextQuoteSelector',
    exact,
    prefix: prefix.replace(/^[\udc00-\udfff]/, ''),
    suffix: suffix.replace(/[\ud800-\udbff]$/, ''),
  }
}
