import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CODE,
  type ElementTransformer,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  type MultilineElementTransformer,
  ORDERED_LIST,
  QUOTE,
  STRIKETHROUGH,
  type TextMatchTransformer,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown'
import { objectKinds } from '#shared/model.ts'
import {
  $createQuoteBlockNode,
  $createReferenceNode,
  $isQuoteBlockNode,
  $isReferenceNode,
  QuoteBlockNode,
  ReferenceNode,
} from './nodes.ts'

const attribution = /^— \[((?:\\.|[^\]\\])*)\]\(crossread:\/\/annotation\/([\w-]+)\?source=([\w-]+)\)$/
const reference = /\[((?:\\.|[^\]\\])*)\]\(crossread:\/\/(source|annotation|claim|note)\/([\w-]+)\)/

/**
 * A linked quote is an ordinary Markdown quotation whose last line names its passage:
 * `> — [title](crossread://annotation/ID?source=ID)`. Any reader shows it; ours finds the passage again.
 */
const quoteBlock: MultilineElementTransformer = {
  type: 'multiline-element',
  dependencies: [QuoteBlockNode],
  export: (node) => {
    if (!$isQuoteBlockNode(node)) return null
    const { annotationId, sourceId, quote, title } = node.getFields()
    const paragraphs = quote.split('\n').map(escapeMarkdown)
    const last = `— [${escapeMarkdown(title)}](crossread://annotation/${annotationId}?source=${sourceId})`
    return [...paragraphs, last].map((line) => `> ${line}`).join('\n>\n')
  },
  regExpStart: /^>/,
  handleImportAfterStartMatch: ({ lines, rootNode, startLineIndex }) => {
    let end = startLineIndex
    while (lines[end]?.startsWith('>')) end++
    const inside = lines.slice(startLineIndex, end).map((line) => line.replace(/^> ?/, ''))
    const match = inside.at(-1)?.match(attribution)
    if (!match) return null
    const [, title = '', annotationId = '', sourceId = ''] = match
    const paragraphs = inside.slice(0, -1).filter((line) => line.trim() !== '')
    const quote = paragraphs.map(unescapeMarkdown).join('\n')
    rootNode.append($createQuoteBlockNode({ annotationId, sourceId, quote, title: unescapeMarkdown(title) }))
    return [true, end - 1]
  },
  replace: () => false,
}

/** `[label](crossread://kind/id)`. */
const referenceLink: TextMatchTransformer = {
  type: 'text-match',
  dependencies: [ReferenceNode],
  export: (node) => {
    if (!$isReferenceNode(node)) return null
    const { kind, id, label } = node.getFields()
    return `[${escapeMarkdown(label)}](crossread://${kind}/${id})`
  },
  importRegExp: reference,
  regExp: new RegExp(`${reference.source}$`),
  replace: (node, match) => {
    const kind = objectKinds.find((known) => known === match[2])
    if (kind === undefined) return
    node.replace($createReferenceNode({ kind, id: match[3] ?? '', label: unescapeMarkdown(match[1] ?? '') }))
  },
}

const elements: ElementTransformer[] = [HEADING, QUOTE, UNORDERED_LIST, ORDERED_LIST]
const formats = [
  INLINE_CODE,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
]

/** What typing in an editor turns into formatting. */
export const typingTransformers: Transformer[] = [...elements, CODE, ...formats, LINK]

/** What reading and writing Markdown knows. Ours come first, so that they win over plain links and quotations. */
export const fileTransformers: Transformer[] = [
  quoteBlock,
  ...elements,
  CODE,
  ...formats,
  referenceLink,
  LINK,
]

function escapeMarkdown(plain: string): string {
  return plain.replace(/[\\`*_~[\]<>]/g, '\\$&')
}

function unescapeMarkdown(escaped: string): string {
  return escaped.replace(/\\([\\`*_~[\]<>])/g, '$1')
}
