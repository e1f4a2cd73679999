import type { NodePainter, ReferenceFields } from '#shared-editor/nodes.ts'
import type { QuoteFields } from '#shared-editor/text.ts'
import styles from './richText.module.css'

/** Draws linked quotes and references. What a click on one opens stands in its data attributes: see `navigation.ts`. */
export const painter: NodePainter = { quote: paintQuote, reference: paintReference }

function paintQuote({ annotationId, sourceId, quote, title }: QuoteFields): HTMLElement {
  const figure = element('figure', styles.linkedQuote)
  Object.assign(figure.dataset, { kind: 'annotation', id: annotationId, source: sourceId })
  const words = element('blockquote', styles.linkedQuoteWords)
  for (const paragraph of quote.split('\n')) {
    const line = element('p')
    line.textContent = paragraph
    line.dir = 'auto'
    words.append(line)
  }
  const caption = element('figcaption', styles.linkedQuoteTitle)
  caption.textContent = title
  figure.append(words, caption)
  return figure
}

function paintReference({ kind, id, label }: ReferenceFields): HTMLElement {
  const span = element('span', styles.reference)
  Object.assign(span.dataset, { kind, id })
  span.setAttribute('role', 'link')
  span.textContent = label
  return span
}

function element(tag: string, className?: string): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  return made
}
