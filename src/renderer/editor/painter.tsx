import type { NodePainter, ReferenceFields } from '#shared-editor/painter.ts'
import type { QuoteFields } from '#shared-editor/text.ts'
import { NoteImage } from './NoteImage.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'
import { ReferenceLabel } from './ReferenceLabel.tsx'
import styles from './richText.module.css'

/** Draws linked quotes, references and images. What a click on one opens stands in its data attributes: see `navigation.ts`. */
export const painter: NodePainter = {
  quote({ annotationId, sourceId }) {
    const figure = element('figure', styles.linkedQuote)
    Object.assign(figure.dataset, { kind: 'annotation', id: annotationId, source: sourceId })
    return figure
  },
  quoteContent: (key, fields) => <QuoteBlock nodeKey={key} fields={fields} />,
  exportedQuote,
  reference,
  referenceContent: (fields) => <ReferenceLabel fields={fields} />,
  exportedReference(fields) {
    const span = reference(fields)
    span.textContent = fields.label
    return span
  },
  image: () => element('span', styles.image),
  imageContent: (key, fields) => <NoteImage nodeKey={key} fields={fields} />,
  exportedImage({ alt }) {
    const span = element('span')
    span.textContent = alt
    return span
  },
}

function reference({ kind, id }: ReferenceFields): HTMLElement {
  const span = element('span', styles.reference)
  Object.assign(span.dataset, { kind, id })
  span.setAttribute('role', 'link')
  return span
}

function exportedQuote({ quote, title }: QuoteFields): HTMLElement {
  const words = element('blockquote')
  for (const line of title === '' ? quote.split('\n') : [...quote.split('\n'), `— ${title}`]) {
    const paragraph = element('p')
    paragraph.textContent = line
    words.append(paragraph)
  }
  return words
}

function element(tag: string, className?: string): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  return made
}
