import { sourceByline } from '#renderer/objects/dates.ts'
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
  return copy({
    'text/plain': `“${quote}”\n— ${origin}`,
    'text/html': `<blockquote>${escapeHtml(quote)}</blockquote><p>— ${escapeHtml(origin)}</p>`,
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

/**
 * Writes to the clipboard by the copy event: unlike the asynchronous clipboard it needs no permission, which the app
 * grants to nobody, and takes any type.
 */
function copy(data: Record<string, string>): boolean {
  const onCopy = (event: ClipboardEvent): void => {
    for (const [type, text] of Object.entries(data)) event.clipboardData?.setData(type, text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', onCopy, { capture: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true })
  }
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>')
}
