import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  STRIKETHROUGH,
  type TextFormatTransformer,
  type TextMatchTransformer,
  type Transformer,
} from '@lexical/markdown'
import { objectKinds } from '#shared/model.ts'
import { escapeMarkdown, unescapeMarkdown } from './escape.ts'
import { $createImageNode, $isImageNode, ImageNode } from './image.ts'
import { $createReferenceNode, $isReferenceNode, ReferenceNode } from './nodes.ts'
import { imageEndings } from './text.ts'

const reference = /\[((?:\\.|[^\]\\])*)\]\(crossread:\/\/(source|annotation|claim|note)\/([\w-]+)\)/

/** `[label](crossread://kind/id)`. */
export const referenceLink: TextMatchTransformer = {
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

/** An image as our Markdown writes it: what it shows, its hash, and how its file's name ends. */
export const imagePattern =
  /!\[((?:\\.|[^\]\\])*)\]\(crossread:\/\/image\/([0-9a-f]{64})\.(png|jpg|gif|webp)\)/

/** `![what it shows](crossread://image/HASH.png)`. */
export const imageLink: TextMatchTransformer = {
  type: 'text-match',
  dependencies: [ImageNode],
  export: (node) => {
    if (!$isImageNode(node)) return null
    const { hash, ending, alt } = node.getFields()
    return `![${escapeMarkdown(alt.replace(/\s+/g, ' ').trim())}](crossread://image/${hash}.${ending})`
  },
  importRegExp: imagePattern,
  regExp: new RegExp(`${imagePattern.source}$`),
  replace: (node, [, alt = '', hash = '', written]) => {
    const ending = imageEndings.find((known) => known === written)
    if (ending !== undefined) node.replace($createImageNode({ hash, ending, alt: unescapeMarkdown(alt) }))
  },
}

/** Bold, italic and their like. */
export const formats: TextFormatTransformer[] = [
  INLINE_CODE,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
]

/** What may stand in a table's cell: a line of text. */
export const cellTransformers: Transformer[] = [...formats, imageLink, referenceLink, LINK]
