import { $createHorizontalRuleNode, $isHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension'
import {
  CHECK_LIST,
  CODE,
  type ElementTransformer,
  HEADING,
  LINK,
  type MultilineElementTransformer,
  ORDERED_LIST,
  QUOTE,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown'
import { escapeMarkdown, unescapeMarkdown } from './escape.ts'
import { formats, imageLink, referenceLink } from './inline.ts'
import { $createQuoteBlockNode, $isQuoteBlockNode, QuoteBlockNode } from './nodes.ts'
import { table } from './table.ts'

const attribution = /^— \[((?:\\.|[^\]\\])*)\]\(crossread:\/\/annotation\/([\w-]+)\?source=([\w-]+)\)$/

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

const rule: ElementTransformer = {
  type: 'element',
  dependencies: [HorizontalRuleNode],
  export: (node) => ($isHorizontalRuleNode(node) ? '---' : null),
  regExp: /^(?:-{3,}|\*{3,}|_{3,})\s*$/,
  triggerOnEnter: true,
  replace: (parent, _children, _match, isImport) => {
    const line = $createHorizontalRuleNode()
    // While one types, the caret needs a place to go on from.
    if (isImport || parent.getNextSibling() !== null) parent.replace(line)
    else parent.insertBefore(line)
    if (!isImport) line.selectNext()
  },
}

const elements: ElementTransformer[] = [rule, HEADING, QUOTE, CHECK_LIST, UNORDERED_LIST, ORDERED_LIST]
/** What typing in an editor turns into formatting. */
export const typingTransformers: Transformer[] = [...elements, CODE, ...formats, LINK]

/** What reading and writing Markdown knows. Ours come first, so that they win over plain links and quotations. */
export const fileTransformers: Transformer[] = [
  quoteBlock,
  table,
  ...elements,
  CODE,
  ...formats,
  imageLink,
  referenceLink,
  LINK,
]
