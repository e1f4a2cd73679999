import type { RichText } from '#shared/model.ts'

/** Markdown as rich text. Loads Lexical when first called: most engines never need it, and it is slow to load. */
export async function fromMarkdown(markdown: string): Promise<RichText> {
  const { markdownToRichText } = await import('#shared-editor/markdown.ts')
  return markdownToRichText(markdown)
}
