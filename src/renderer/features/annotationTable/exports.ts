import { toCsv } from '#renderer/ui/csv.ts'
import type { Annotation } from '#shared/model.ts'
import { richTextToMarkdown } from '#shared-editor/markdown.ts'
import { type ColumnId, cellText, type Words } from './columns.ts'

/** The rows as they are shown, below their columns' names. Dates stay as computers read them (ISO 8601). */
export function asCsv(
  annotations: readonly Annotation[],
  columns: readonly ColumnId[],
  heads: readonly string[],
  words: Words,
): string {
  const plain = { ...words, date: (iso: string) => iso }
  return toCsv([heads, ...annotations.map((one) => columns.map((column) => cellText(one, column, plain)))])
}

/** Each annotation as a quote with its source, its comment and its tags, in the order shown. */
export function asMarkdown(annotations: readonly Annotation[], words: Words): string {
  return annotations.map((annotation) => `${oneAsMarkdown(annotation, words)}\n`).join('\n')
}

function oneAsMarkdown(annotation: Annotation, words: Words): string {
  const { quote, comment, tags } = annotation
  const quoted = quote.split('\n').map((line) => `> ${line}`)
  const signs = tags.map((tag) => `#${tag.replace(/\s+/g, '-')}`).join(' ')
  return [
    `${quoted.join('\n>\n')}\n>\n> — ${words.source(annotation)}`,
    comment === null ? '' : richTextToMarkdown(comment),
    signs,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
