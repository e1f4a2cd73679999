import type { Annotation } from '#shared/model.ts'
import type { QuoteFields } from '#shared-editor/text.ts'

/**
 * What became of a quote's passage: `same`; `moved` with its words as they were; `changed`, so that the annotation now
 * has other words; `lost` from its text; or its annotation was `deleted`.
 */
export type QuoteState = 'same' | 'moved' | 'changed' | 'lost' | 'deleted'

/** How a quote stands to its annotation as it is now; null where that was deleted. */
export function quoteState({ quote }: QuoteFields, annotation: Annotation | null): QuoteState {
  if (annotation === null) return 'deleted'
  if (annotation.state === 'lost') return 'lost'
  if (annotation.quote !== quote) return 'changed'
  return annotation.state === 'moved' ? 'moved' : 'same'
}
