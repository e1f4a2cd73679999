import { sourceByline } from '#renderer/objects/dates.ts'
import { passageData } from '#renderer/objects/passageClipboard.ts'
import { copyText } from '#renderer/ui/copy.ts'
import type { Block, Source } from '#shared/model.ts'
import { quoteBlock } from '#shared-editor/text.ts'
import { blockAt } from '../text/blocks.ts'
import type { Subject } from './subject.ts'

/** The namespace of our editors' clipboard data; `src/renderer/editor/extension.ts` pastes it. */
const clipboardType = 'application/x-lexical-editor'
const namespace = 'crossread'

/**
 * Copies a quote with its source and page. Other programs get text or HTML; our own notes get a quote that stays linked to its
 * passage, where it is an annotation.
 */
export function copyCitation(
  { text: quote, annotation, start, end }: Subject,
  source: Source,
  locale: string,
  pageWords: (from: number, to: number) => string,
): boolean {
  const { title, metadata } = source
  const pages = pagesOf(source.blocks, start, end)
  const origin = [
    title,
    sourceByline(metadata, locale),
    pages && pageWords(pages.from, pages.to),
    metadata.URL,
  ]
    .filter(Boolean)
    .join(', ')
  return copyText({
    'text/plain': `“${quote}”\n— ${origin}`,
    'text/html': `<blockquote>${escapeHtml(quote)}</blockquote><p>— ${escapeHtml(origin)}</p>`,
    ...passageData({ sourceId: source.id, start, end }),
    ...(annotation && {
      [clipboardType]: JSON.stringify({
        namespace,
        nodes: [quoteBlock({ annotationId: annotation.id, sourceId: source.id, quote, title })],
      }),
    }),
  })
}

/** The pages of the original that `[start, end)` stands on; null where the original has none. */
export function pagesOf(
  blocks: readonly Block[],
  start: number,
  end: number,
): { from: number; to: number } | null {
  const from = blocks[blockAt(blocks, start)]?.page ?? null
  const to = blocks[blockAt(blocks, Math.max(start, end - 1))]?.page ?? from
  return from === null || to === null ? null : { from, to }
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>')
}
